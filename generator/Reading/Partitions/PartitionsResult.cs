using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.Partitions;

namespace SsoOidcGen.Reading.Partitions;

/// <summary>The partitions that could be read, and everything that was wrong.</summary>
internal sealed record PartitionsResult(
    EquatableArray<PartitionModel> Partitions,
    EquatableArray<DiagnosticInfo> Diagnostics
);

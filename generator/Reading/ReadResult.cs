using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading;

/// <summary>What could be read, and everything that was wrong. Null when nothing sound is left.</summary>
internal sealed record ReadResult(ServiceModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

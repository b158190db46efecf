using SsoOidcGen.Model;

namespace SsoOidcGen.Reading;

/// <summary>A model file and the files that belong to it: paginators, waiters, endpoint rules, extras.</summary>
internal sealed record ModelSource(ModelFile Service, EquatableArray<ModelFile> Siblings);

internal sealed record ModelFile(string Path, string Text);

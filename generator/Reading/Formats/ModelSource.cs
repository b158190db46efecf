namespace SsoOidcGen.Reading.Formats;

/// <summary>A model file and the files that belong to it: paginators, waiters, endpoint rules, extras.</summary>
internal sealed record ModelSource(ModelFile Service, EquatableArray<ModelFile> Siblings)
{
    /// <summary>Further files of the same model, where it is split.</summary>
    public EquatableArray<ModelFile> Parts { get; init; } = [];
}

namespace SsoOidcGen.Architecture;

/// <summary>A type that mentions another in a signature, a field or a body.</summary>
/// <param name="Folder">The folder of the type that mentions.</param>
/// <param name="Type">The type that mentions.</param>
/// <param name="UsedFolder">The folder of the type that is mentioned.</param>
/// <param name="UsedType">The type that is mentioned.</param>
internal sealed record TypeUse(string Folder, string Type, string UsedFolder, string UsedType)
{
    public override string ToString() => $"{Folder}/{Type} uses {UsedFolder}/{UsedType}";
}

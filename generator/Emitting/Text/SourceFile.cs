namespace SsoOidcGen.Emitting.Text;

/// <summary>One generated file.</summary>
/// <param name="HintName">Folder and file name below the generator's output, for example <c>SsoOidc/Operations/CreateToken.g.cs</c>.</param>
internal sealed record SourceFile(string HintName, string Text);

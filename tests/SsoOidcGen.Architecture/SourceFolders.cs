using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SsoOidcGen.Architecture;

/// <summary>Which folder of a project declares a type.</summary>
internal sealed class SourceFolders
{
    private readonly Dictionary<string, string> _folders = [];

    public SourceFolders(string project)
    {
        foreach (string file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');
            if (folder.Split('/') is not ["obj" or "bin", ..])
            {
                foreach (MemberDeclarationSyntax type in TypesIn(File.ReadAllText(file)))
                {
                    _folders[FullNameOf(type)] = folder;
                }
            }
        }
    }

    /// <summary>The folder, relative to the project, of a top-level type; null for what a generator wrote.</summary>
    public string? Find(string fullName) => _folders.GetValueOrDefault(fullName);

    private static IEnumerable<MemberDeclarationSyntax> TypesIn(string source) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantNodes(static node => node is not BaseTypeDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    // As the compiled assembly spells it: the arity follows a backtick.
    private static string FullNameOf(MemberDeclarationSyntax type)
    {
        (string name, int arity) = type switch
        {
            TypeDeclarationSyntax declared => (
                declared.Identifier.Text,
                declared.TypeParameterList?.Parameters.Count ?? 0
            ),
            DelegateDeclarationSyntax declared => (
                declared.Identifier.Text,
                declared.TypeParameterList?.Parameters.Count ?? 0
            ),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier.Text, 0),
        };
        string scope = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().First().Name.ToString();
        return $"{scope}.{name}{(arity == 0 ? "" : "`" + arity)}";
    }
}

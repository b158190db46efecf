using System.Text;

namespace SsoOidcGen.Planning.Names;

/// <summary>Makes C# names of a model's names.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract",
        "as",
        "base",
        "bool",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "checked",
        "class",
        "const",
        "continue",
        "decimal",
        "default",
        "delegate",
        "do",
        "double",
        "else",
        "enum",
        "event",
        "explicit",
        "extern",
        "false",
        "finally",
        "fixed",
        "float",
        "for",
        "foreach",
        "goto",
        "if",
        "implicit",
        "in",
        "int",
        "interface",
        "internal",
        "is",
        "lock",
        "long",
        "namespace",
        "new",
        "null",
        "object",
        "operator",
        "out",
        "override",
        "params",
        "private",
        "protected",
        "public",
        "readonly",
        "ref",
        "return",
        "sbyte",
        "sealed",
        "short",
        "sizeof",
        "stackalloc",
        "static",
        "string",
        "struct",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "uint",
        "ulong",
        "unchecked",
        "unsafe",
        "ushort",
        "using",
        "virtual",
        "void",
        "volatile",
        "while",
    ];

    /// <summary>A type or property name: <c>error_description</c> becomes <c>ErrorDescription</c>; capitals in a word stay.</summary>
    public static string Pascal(string name) => Join(name, static word => UpperFirst(word));

    /// <summary>The name of an enum value or a service: words in capitals become words, <c>IN_PROGRESS</c> <c>InProgress</c>.</summary>
    public static string PascalOfWords(string name) =>
        Join(name, static word => word.Any(char.IsLower) ? UpperFirst(word) : UpperFirst(word.ToLowerInvariant()));

    /// <summary>A local variable's name.</summary>
    public static string Camel(string pascal)
    {
        int capitals = 0;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals]))
        {
            capitals++;
        }

        // In IDToken the last capital starts the next word.
        int lower = capitals > 1 && capitals < pascal.Length ? capitals - 1 : capitals;
        string name = pascal.Substring(0, lower).ToLowerInvariant() + pascal.Substring(lower);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>It can be the name of a type or a part of a namespace without being escaped.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0
        && !char.IsDigit(name[0])
        && name.All(static c => c == '_' || char.IsLetterOrDigit(c))
        && !Keywords.Contains(name);

    /// <summary>A namespace of what a project calls its root: <c>my-app.2d</c> becomes <c>my_app._2d</c>.</summary>
    public static string Namespace(string root) => string.Join(".", root.Split('.').Select(NamespacePart));

    private static string NamespacePart(string name)
    {
        string part = string.Concat(name.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));
        return IsIdentifier(part) ? part : "_" + part;
    }

    private static string Join(string name, Func<string, string> convert)
    {
        StringBuilder result = new(name.Length);
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsLetterOrDigit(name[i]))
            {
                result.Append(i > start ? convert(name.Substring(start, i - start)) : "");
                start = i + 1;
            }
        }

        if (result.Length == 0)
        {
            return SymbolNames(name);
        }

        return char.IsDigit(result[0]) ? "_" + result : result.ToString();
    }

    private static string SymbolNames(string symbols) =>
        symbols.Length == 0
            ? "Empty"
            : string.Concat(
                symbols.Select(static c =>
                    c switch
                    {
                        '*' => "Asterisk",
                        '<' => "Less",
                        '>' => "Greater",
                        '=' => "Equal",
                        '!' => "Not",
                        '+' => "Plus",
                        '-' => "Minus",
                        '/' => "Slash",
                        '%' => "Percent",
                        '.' => "Dot",
                        ' ' => "Space",
                        '_' => "Underscore",
                        _ => $"U{(int)c:X4}",
                    }
                )
            );

    private static string UpperFirst(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}

using CsCheck;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Something that makes a file wrong. Places are given as a part of the file's length, from 0 to 1.</summary>
internal abstract record Mutation
{
    private static readonly string[] Tokens =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "-1",
        "1e999",
        "\"\"",
        "\"structure\"",
        "\"list\"",
        "\"Text\"",
        "\"User\"",
        "\"Users\"",
        "\"members\"",
        "\"required\"",
        "\"payload\"",
        "\"uri\"",
        "\"eventstream\": true,",
        "\"streaming\": true,",
        "\"exception\": true,",
        "\"target\": \"users#User\",",
        "\"mixins\": [{\"target\": \"users#Named\"}],",
        "\"smithy.api#mixin\": {},",
        "\"smithy.api#required\": {},",
        "\"smithy.api#streaming\": {},",
        "\"smithy.api#default\": 1,",
        "\"smithy.api#error\": \"client\",",
        "\"apply\"",
        "\"\\ud800\"",
        "\uFFFD",
        "\0",
        "\"/{Id}{\"",
        "[[[[",
        "a[?",
    ];

    private static readonly Gen<double> Places = Gen.Double.Unit;

    /// <summary>Leaves the file JSON.</summary>
    public static Gen<Mutation> OfNames { get; } =
        Gen.Select(Places, Places, static Mutation (to, from) => new CopyString(to, from));

    public static Gen<Mutation> OfText { get; } =
        Gen.OneOf(
            Gen.Select(Places, Gen.Int[1, 40], static Mutation (at, length) => new Cut(at, length)),
            Gen.Select(Places, Gen.OneOf(Tokens), static Mutation (at, token) => new Insert(at, token)),
            Gen.Select(Places, Gen.Char, static Mutation (at, c) => new Insert(at, c.ToString())),
            OfNames
        );

    public abstract string Apply(string text);

    private static int At(string text, double place) => (int)(place * text.Length);

    private sealed record Cut(double Place, int Length) : Mutation
    {
        public override string Apply(string text) =>
            text.Remove(At(text, Place), Math.Min(Length, text.Length - At(text, Place)));
    }

    private sealed record Insert(double Place, string Token) : Mutation
    {
        public override string Apply(string text) => text.Insert(At(text, Place), Token);
    }

    /// <summary>Gives one JSON string the text of another.</summary>
    private sealed record CopyString(double To, double From) : Mutation
    {
        public override string Apply(string text)
        {
            string[] parts = text.Split('"');
            int strings = parts.Length / 2;
            if (strings > 0)
            {
                parts[((int)(To * strings) * 2) + 1] = parts[((int)(From * strings) * 2) + 1];
            }

            return string.Join('"', parts);
        }
    }
}

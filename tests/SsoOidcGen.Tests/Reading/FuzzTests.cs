using CsCheck;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Whatever the files hold, reading ends with a sound model or none, and diagnostics inside the files.</summary>
/// <remarks>CsCheck prints the seed of a failure; the environment variable <c>CsCheck_Seed</c> repeats it, and
/// <c>CsCheck_Iter</c> sets the number of models.</remarks>
public sealed class FuzzTests
{
    private static readonly long Iterations = Math.Max(Check.Iter, 500);

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
        "\"\\ud800\"",
        "\uFFFD",
        "\0",
        "\"/{Id}{\"",
        "[[[[",
        "a[?",
    ];

    private static readonly Gen<Func<string, string>> Mutation = Gen.OneOf(
        Gen.Select(
            Gen.Double.Unit,
            Gen.Int[1, 40],
            static Func<string, string> (at, length) => text => Cut(text, at, length)
        ),
        Gen.Select(
            Gen.Double.Unit,
            Gen.OneOf(Tokens),
            static Func<string, string> (at, token) => text => text.Insert((int)(at * text.Length), token)
        ),
        Gen.Select(
            Gen.Double.Unit,
            Gen.Char,
            static Func<string, string> (at, c) =>
                text => Cut(text, at, 1).Insert((int)(at * Math.Max(0, text.Length - 1)), c.ToString())
        ),
        Gen.Select(
            Gen.Double.Unit,
            Gen.Double.Unit,
            static Func<string, string> (one, other) => text => SwapStrings(text, one, other)
        )
    );

    public static TheoryData<string> Models => ["sso-oidc", "sso", "every feature"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Mutated_models_give_a_sound_model_or_none(string model)
    {
        (string Name, string Text)[] files = model == "every feature" ? EveryFeature() : Load(model);
        ModelReading.ReadSound(files[0].Text, files[1..]);

        Gen.Select(Gen.Int[0, files.Length - 1], Mutation.Array[1, 4])
            .Sample(
                (index, mutations) =>
                {
                    (string Name, string Text)[] mutated = [.. files];
                    mutated[index].Text = mutations.Aggregate(files[index].Text, static (text, mutate) => mutate(text));
                    Verify(mutated);
                },
                iter: Iterations
            );
    }

    [Fact]
    public void Arbitrary_text_gives_a_diagnostic()
    {
        Gen.String.Sample(text => Verify([("service-2.json", text)]), iter: Iterations);
    }

    private static void Verify((string Name, string Text)[] files)
    {
        ReadResult result = ModelReading.Read(files[0].Text, files[1..]);

        Assert.True(result.Model is not null || result.Diagnostics.Count > 0);
        foreach (DiagnosticInfo diagnostic in result.Diagnostics)
        {
            SourceSpan span = Assert.IsType<SourceSpan>(diagnostic.Span);
            int length = files.Single(file => "model/" + file.Name == span.Path).Text.Length;
            Assert.InRange(span.Start + span.Length, span.Start, length);
            Assert.NotEmpty(diagnostic.ToDiagnostic().GetMessage());
        }

        if (result.Model is not null)
        {
            SoundModel.Verify(result.Model);
        }
    }

    private static string Cut(string text, double at, int length)
    {
        int start = (int)(at * text.Length);
        return text.Remove(start, Math.Min(length, text.Length - start));
    }

    /// <summary>Gives one JSON string the text of another: a file that is still JSON, and wrong.</summary>
    private static string SwapStrings(string text, double one, double other)
    {
        string[] parts = text.Split('"');
        int count = parts.Length / 2;
        if (count > 0)
        {
            parts[((int)(one * count) * 2) + 1] = parts[((int)(other * count) * 2) + 1];
        }

        return string.Join('"', parts);
    }

    private static (string Name, string Text)[] Load(string service) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "model", service), "*.json", SearchOption.AllDirectories)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
                .OrderBy(file => file.Item1 != "service-2.json"),
        ];

    private static (string Name, string Text)[] EveryFeature() =>
        [
            (
                "service-2.json",
                ModelReading.Model(
                    shapes: """
                    {
                      "Bytes": {"type": "blob", "streaming": true},
                      "Put": {
                        "type": "structure",
                        "payload": "Body",
                        "members": {
                          "Body": {"shape": "Bytes"},
                          "Tag": {"shape": "Text", "location": "header", "jsonvalue": true},
                          "Account": {"shape": "Text", "location": "header", "hostLabel": true},
                          "Status": {"shape": "Count", "location": "statusCode"}
                        }
                      },
                      "Event": {"type": "structure", "event": true, "members": {"User": {"shape": "User", "eventpayload": true}}},
                      "Events": {
                        "type": "structure",
                        "eventstream": true,
                        "members": {"Event": {"shape": "Event"}, "NotFound": {"shape": "NotFound"}}
                      },
                      "Watch": {"type": "structure", "payload": "Events", "members": {"Events": {"shape": "Events"}}},
                      "Tree": {
                        "type": "structure",
                        "required": ["Choice"],
                        "members": {"Choice": {"shape": "Choice"}, "Trees": {"shape": "Trees"}, "Root": {"shape": "Tree"}, "Name": {"shape": "Text"}}
                      },
                      "Trees": {"type": "list", "member": {"shape": "Tree"}, "sparse": true},
                      "Choice": {"type": "structure", "union": true, "members": {"Tree": {"shape": "Tree"}, "Free": {"shape": "Free"}}},
                      "Free": {"type": "structure", "document": true, "members": {}}
                    }
                    """,
                    operations: """
                    {
                      "Put": {
                        "http": {"method": "PUT", "requestUri": "/put?x"},
                        "input": {"shape": "Put"},
                        "output": {"shape": "Watch"},
                        "endpoint": {"hostPrefix": "{Account}."},
                        "authtype": "none"
                      },
                      "Grow": {
                        "http": {"method": "POST", "requestUri": "/grow"},
                        "input": {"shape": "Tree"},
                        "operationContextParams": {"Names": {"path": "Trees[*].[Name, Root.Name][]"}}
                      }
                    }
                    """
                )
            ),
            (
                "paginators-1.json",
                """{"pagination": {"ListUsers": {"input_token": "Token", "output_token": "NextToken || Users[-1].Name", "result_key": ["Users"], "more_results": "More"}}}"""
            ),
            (
                "waiters-2.json",
                """
                {"waiters": {"Ready": {"operation": "ListUsers", "delay": 1, "maxAttempts": 2, "acceptors": [
                  {"state": "success", "matcher": "pathAll", "argument": "Users[?Active && Name != 'a'].Name", "expected": "b"},
                  {"state": "retry", "matcher": "error", "expected": "NotFound"}
                ]}}}
                """
            ),
            (
                "service-2.sdk-extras.json",
                """{"merge": {"shapes": {"User": {"members": {"Age": {"shape": "Count"}}}}}}"""
            ),
        ];
}

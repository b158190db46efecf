using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Tests.Diagnostics;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>Reads Smithy models that a test writes down in parts; what it writes takes the place of the usual shape of that id.</summary>
internal static class SmithyReading
{
    private const string Usual = """
        "users#Users": {
          "type": "service",
          "version": "2026-01-31",
          "operations": [{"target": "users#GetUser"}, {"target": "users#ListUsers"}],
          "traits": {
            "aws.api#service": {"sdkId": "Users", "endpointPrefix": "users"},
            "aws.auth#sigv4": {"name": "users"},
            "aws.protocols#restJson1": {}
          }
        }
        "users#GetUser": {
          "type": "operation",
          "input": {"target": "users#GetUserRequest"},
          "output": {"target": "users#GetUserResponse"},
          "errors": [{"target": "users#NotFound"}],
          "traits": {"smithy.api#http": {"method": "GET", "uri": "/users/{Id}"}}
        }
        "users#ListUsers": {
          "type": "operation",
          "input": {"target": "users#ListUsersRequest"},
          "output": {"target": "users#ListUsersResponse"},
          "traits": {"smithy.api#http": {"method": "GET", "uri": "/users"}}
        }
        "users#GetUserRequest": {
          "type": "structure",
          "members": {"Id": {
            "target": "smithy.api#String",
            "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}
          }}
        }
        "users#GetUserResponse": {
          "type": "structure",
          "members": {"User": {"target": "users#User"}}
        }
        "users#ListUsersRequest": {
          "type": "structure",
          "members": {
            "Token": {"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": "token"}},
            "Limit": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpQuery": "limit"}}
          }
        }
        "users#ListUsersResponse": {
          "type": "structure",
          "members": {
            "Users": {"target": "users#UserList"},
            "NextToken": {"target": "smithy.api#String"},
            "Total": {"target": "smithy.api#Integer"}
          }
        }
        "users#User": {
          "type": "structure",
          "members": {
            "Name": {"target": "smithy.api#String"},
            "Active": {"target": "smithy.api#Boolean"}
          }
        }
        "users#UserList": {"type": "list", "member": {"target": "users#User"}}
        "users#NotFound": {
          "type": "structure",
          "members": {},
          "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404}
        }
        """;

    /// <summary>A whole model; shapes that are given come first and instead of the usual ones.</summary>
    /// <param name="shapes">Shapes as in an object, one after another, without braces around all of them.</param>
    public static string Model(string shapes = "")
    {
        string given = shapes.Trim().TrimEnd(',');
        IEnumerable<string> usual = Usual
            .Split("\n\"users#", StringSplitOptions.None)
            .Select((shape, i) => i == 0 ? shape : "\"users#" + shape)
            .Where(shape => !IsIn(given, shape[..shape.IndexOf(':')]));
        IEnumerable<string> all = given.Length == 0 ? usual : usual.Prepend(given);
        return $$$"""{"smithy": "2.0", "shapes": { {{{string.Join(",\n", all)}}} } }""";
    }

    private static bool IsIn(string shapes, string id) =>
        shapes.Contains(id + ": {", StringComparison.Ordinal) || shapes.Contains(id + ": «{", StringComparison.Ordinal);

    public static ReadResult Read(string text, params string[] parts) =>
        ModelReader.Read(
            new ModelSource(new ModelFile("model/users.json", text), [])
            {
                Parts = parts.Select((part, i) => new ModelFile($"model/part{i}.json", part)).ToEquatableArray(),
            },
            TestContext.Current.CancellationToken
        );

    public static ServiceModel ReadSound(string shapes, params string[] parts)
    {
        ReadResult result = Read(Model(shapes), parts);
        Assert.Equal([], result.Diagnostics);
        SoundModel.Verify(result.Model!);
        return result.Model!;
    }

    /// <summary>Reads a model with a marked token, and expects one diagnostic there.</summary>
    /// <returns>What is left of the model, which must be sound.</returns>
    public static ServiceModel? ReadUnsound(string id, string model)
    {
        MarkedText text = new(model);
        ReadResult result = Read(text.Text);

        DiagnosticInfo found = Assert.Single(result.Diagnostics);
        SourceSpan span = found.Span!;
        Assert.Equal((id, text.Token), (found.Id, text.Text.Substring(span.Start, span.Length)));
        Assert.Equal((text.Line, text.Column), (span.Line, span.Column));
        AcceptedMessages.AssertAccepted(id, found.ToDiagnostic().GetMessage());
        if (result.Model is { } left)
        {
            SoundModel.Verify(left);
        }

        return result.Model;
    }

    public static StructureShape Structure(ServiceModel model, string name) =>
        Assert.IsType<StructureShape>(Assert.Single(model.Shapes, shape => shape.Name == name));
}

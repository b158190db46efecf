using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Tests.Diagnostics;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Reads models that a test writes down in parts.</summary>
internal static class ModelReading
{
    public const string Metadata =
        """{"protocol":"rest-json","serviceId":"Users","endpointPrefix":"users","apiVersion":"2026-01-31"}""";

    public const string Operations = """
        {
          "GetUser": {
            "http": {"method": "GET", "requestUri": "/users/{Id}"},
            "input": {"shape": "GetUserRequest"},
            "output": {"shape": "GetUserResponse"},
            "errors": [{"shape": "NotFound"}]
          },
          "ListUsers": {
            "http": {"method": "GET", "requestUri": "/users"},
            "input": {"shape": "ListUsersRequest"},
            "output": {"shape": "ListUsersResponse"}
          }
        }
        """;

    public const string Shapes = """
        {
          "Text": {"type": "string"},
          "Count": {"type": "integer"},
          "Flag": {"type": "boolean"},
          "User": {"type": "structure", "members": {"Name": {"shape": "Text"}, "Active": {"shape": "Flag"}}},
          "Users": {"type": "list", "member": {"shape": "User"}},
          "UserMap": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "User"}},
          "NotFound": {"type": "structure", "exception": true, "error": {"httpStatusCode": 404}, "members": {}},
          "GetUserRequest": {
            "type": "structure",
            "required": ["Id"],
            "members": {"Id": {"shape": "Text", "location": "uri"}}
          },
          "GetUserResponse": {"type": "structure", "members": {"User": {"shape": "User"}}},
          "ListUsersRequest": {
            "type": "structure",
            "members": {
              "Token": {"shape": "Text", "location": "querystring"},
              "Limit": {"shape": "Count", "location": "querystring"}
            }
          },
          "ListUsersResponse": {
            "type": "structure",
            "members": {
              "Users": {"shape": "Users"},
              "ByName": {"shape": "UserMap"},
              "NextToken": {"shape": "Text"},
              "More": {"shape": "Flag"},
              "Total": {"shape": "Count"}
            }
          }
        }
        """;

    /// <summary>A whole model around the given parts; additional shapes and operations come after the usual ones.</summary>
    public static string Model(string shapes = "{}", string operations = "{}", string metadata = Metadata) =>
        $$"""
            {
              "version": "2.0",
              "metadata": {{metadata}},
              "operations": {{Join(Operations, operations)}},
              "shapes": {{Join(Shapes, shapes)}}
            }
            """;

    public static ReadResult Read(string text, params (string Name, string Text)[] siblings) =>
        ModelReader.Read(
            new ModelSource(
                new ModelFile("model/service-2.json", text),
                siblings.Select(sibling => new ModelFile("model/" + sibling.Name, sibling.Text)).ToEquatableArray()
            ),
            TestContext.Current.CancellationToken
        );

    public static ServiceModel ReadSound(string text, params (string Name, string Text)[] siblings)
    {
        ReadResult result = Read(text, siblings);
        Assert.Equal([], result.Diagnostics);
        return result.Model!;
    }

    /// <summary>Reads files with a marked token in one of them, and expects one diagnostic there.</summary>
    /// <returns>What is left of the model, which must be sound.</returns>
    public static ServiceModel? ReadUnsound(string id, string service, params (string Name, string Text)[] siblings)
    {
        (string Name, MarkedText Text)[] files =
        [
            ("service-2.json", new MarkedText(service)),
            .. siblings.Select(sibling => (sibling.Name, new MarkedText(sibling.Text))),
        ];
        (string name, MarkedText place) = files.Single(file => file.Text.HasMark);
        ReadResult result = Read(files[0].Text.Text, [.. files.Skip(1).Select(file => (file.Name, file.Text.Text))]);

        DiagnosticInfo found = Assert.Single(result.Diagnostics);
        SourceSpan span = found.Span!;
        Assert.Equal(id, found.Id);
        Assert.Equal("model/" + name, span.Path);
        Assert.Equal(place.Token, place.Text.Substring(span.Start, span.Length));
        Assert.Equal((place.Line, place.Column), (span.Line, span.Column));
        AcceptedMessages.AssertAccepted(id, found.ToDiagnostic().GetMessage());
        if (result.Model is { } model)
        {
            SoundModel.Verify(model);
        }

        return result.Model;
    }

    private static string Join(string usual, string more) =>
        more.Trim() is "{}" ? usual : usual.TrimEnd()[..^1].TrimEnd() + ", " + more.Trim()[1..];
}

using System.Net;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Smithy's own protocol tests, through clients that are generated from its models.</summary>
public sealed class SmithyProtocolTests
{
    public static TheoryData<string> Requests => Cases("request");

    public static TheoryData<string> Responses => Cases("response");

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_is_written_as_the_case_expects(string name)
    {
        SmithyCase definition = Find(name);
        CapturingHandler handler = new(static () => new HttpResponseMessage { Content = new ByteArrayContent([]) });
        try
        {
            await SmithyClient.CallAsync(
                definition,
                input => SampleInput.Fill(input, definition.Object("params")),
                handler
            );
        }
        catch (UnreadableResponseException)
        {
            // Only the request counts; the empty response may not do for every operation.
        }

        string[] differences = [.. SmithyRequestComparison.Differences(handler, definition.Definition)];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task A_response_is_read_as_the_case_expects(string name)
    {
        SmithyCase definition = Find(name);
        CapturingHandler handler = new(() => ResponseOf(definition.Definition));
        Task<object> call = SmithyClient.CallAsync(definition, SampleInput.FillRequired, handler);

        if (definition.Error is null)
        {
            Assert.Empty(ValueComparison.Differences(await call, definition.Object("params"), "result"));
        }
        else
        {
            AssertError(await Assert.ThrowsAnyAsync<ServiceException>(() => call), definition);
        }
    }

    internal static HttpResponseMessage ResponseOf(JsonElement response)
    {
        string body = response.TryGetProperty("body", out JsonElement text) ? text.GetString()! : "";
        HttpResponseMessage message = new((HttpStatusCode)response.GetProperty("code").GetInt32())
        {
            Content = new ByteArrayContent(SmithyBody.Bytes(body, SmithyRequestComparison.MediaType(response))),
        };
        if (response.TryGetProperty("headers", out JsonElement headers))
        {
            foreach (JsonProperty header in headers.EnumerateObject())
            {
                if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                {
                    message.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
                }
            }
        }

        return message;
    }

    private static void AssertError(ServiceException error, SmithyCase definition)
    {
        Assert.StartsWith(Stem(definition.Error!), error.GetType().Name, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(definition.Definition.GetProperty("code").GetInt32(), (int)error.StatusCode!);
        if (
            definition.Definition.TryGetProperty("vendorParams", out JsonElement vendor)
            && vendor.TryGetProperty("code", out JsonElement code)
        )
        {
            Assert.Equal(code.GetString(), error.ErrorCode);
        }

        foreach (JsonProperty member in definition.Object("params").EnumerateObject())
        {
            Assert.Empty(
                member.Name.Equals("message", StringComparison.OrdinalIgnoreCase)
                    ? ValueComparison.Differences(error.Message, member.Value, member.Name)
                    : ValueComparison.Differences(
                        GeneratedValues.PropertyOf(error.GetType(), member.Name).GetValue(error),
                        member.Value,
                        member.Name
                    )
            );
        }
    }

    /// <summary>What the name of an error's exception begins with.</summary>
    internal static string Stem(string error) =>
        ((string[])["Exception", "Fault", "Error"])
            .Where(suffix => error.Length > suffix.Length && error.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => error[..^suffix.Length])
            .FirstOrDefault(error);

    internal static TheoryData<string> Cases(string kind)
    {
        TheoryData<string> names = [];
        names.AddRange(
            Repository
                .DataNames("smithy-protocol-tests")
                .SelectMany(file => SmithyFile.Load(file).Cases)
                .Where(definition => definition.Kind == kind)
                .Select(static definition => definition.Name)
                .ToArray()
        );
        if (names.Count == 0)
        {
            names.Add($"none {kind} none");
        }

        return names;
    }

    internal static SmithyCase Find(string name)
    {
        string file = name.Split(' ')[0];
        Repository.DataOrSkip($"smithy-protocol-tests/{file}.json");
        return SmithyFile.Load(file).Cases.Single(definition => definition.Name == name);
    }
}

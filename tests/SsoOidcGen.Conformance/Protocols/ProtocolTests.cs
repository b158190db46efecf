using System.Net;
using System.Text;
using System.Text.Json;
using SsoOidcGen.Conformance.Reports;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Protocols;

public sealed class ProtocolTests
{
    private static readonly string[] KnownProtocols =
    [
        "rest-json",
        "rest-xml",
        "json",
        "query",
        "ec2",
        "smithy-rpc-v2-cbor",
    ];

    /// <summary>Every case of a known protocol, and every file of another one.</summary>
    public static TheoryData<string> Inputs => Cases("input");

    public static TheoryData<string> Outputs => Cases("output");

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_request_is_written_as_the_suite_expects(string name)
    {
        ProtocolCase definition = Find(name);
        CapturingHandler handler = new(static () =>
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) }
        );
        try
        {
            await GeneratedClient.CallAsync(definition, handler);
        }
        catch (UnreadableResponseException)
        {
            // Only the request counts; the empty answer may not do for every operation.
        }

        Assert.Empty(RequestComparison.Differences(handler, definition.Definition.GetProperty("serialized")));
        ConformanceReport.Passed(definition.File);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task A_response_is_read_as_the_suite_expects(string name)
    {
        ProtocolCase definition = Find(name);
        CapturingHandler handler = new(() => ResponseOf(definition));
        Task<object?> call = GeneratedClient.CallAsync(definition, handler);

        if (definition.Definition.TryGetProperty("error", out JsonElement members))
        {
            ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => call);
            Assert.Equal(definition.Text("errorCode") ?? "", error.ErrorCode);
            Assert.Equal(definition.Text("errorMessage") ?? error.Message, error.Message);
            Assert.Empty(ErrorDifferences(error, members));
        }
        else
        {
            object? output = await call;
            Assert.Empty(ValueComparison.Differences(output, definition.Definition.GetProperty("result"), "result"));
        }

        ConformanceReport.Passed(definition.File);
    }

    private static IEnumerable<string> ErrorDifferences(ServiceException error, JsonElement members) =>
        members
            .EnumerateObject()
            .SelectMany(member =>
                ValueComparison.Differences(
                    GeneratedValues.PropertyOf(error.GetType(), member.Name).GetValue(error),
                    member.Value,
                    member.Name
                )
            );

    private static HttpResponseMessage ResponseOf(ProtocolCase definition)
    {
        JsonElement response = definition.Definition.GetProperty("response");
        string body = response.TryGetProperty("body", out JsonElement text) ? text.GetString()! : "";
        HttpResponseMessage message = new((HttpStatusCode)response.GetProperty("status_code").GetInt32())
        {
            Content = new ByteArrayContent(
                definition.Protocol == "smithy-rpc-v2-cbor"
                    ? Convert.FromBase64String(body)
                    : Encoding.UTF8.GetBytes(body)
            ),
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

    private static TheoryData<string> Cases(string direction)
    {
        TheoryData<string> names = [];
        foreach (string file in Files(direction))
        {
            ProtocolFile suites = ProtocolFile.Load(file);
            if (KnownProtocols.Contains(suites.Protocol))
            {
                names.AddRange(suites.Cases.Select(static definition => definition.Name).ToArray());
            }
            else
            {
                names.Add($"{file} {suites.Protocol}");
            }
        }

        if (names.Count == 0)
        {
            names.Add($"{direction} none");
        }

        return names;
    }

    private static IEnumerable<string> Files(string direction) =>
        Repository.DataNames($"protocol-tests/{direction}").Select(name => $"{direction}/{name}");

    private static ProtocolCase Find(string name)
    {
        string file =
            Files("input")
                .Concat(Files("output"))
                .Where(file => name.StartsWith(file + " ", StringComparison.Ordinal))
                .MaxBy(static file => file.Length)
            ?? name;
        Repository.DataOrSkip($"protocol-tests/{file}.json");
        ProtocolFile suites = ProtocolFile.Load(file);
        ConformanceReport.Started(file);
        if (!KnownProtocols.Contains(suites.Protocol))
        {
            ConformanceReport.Skipped(file);
            Assert.Skip($"The generator does not know the protocol {suites.Protocol} yet.");
        }

        if (ExpectedDifferences.Reasons.TryGetValue(name, out string? reason))
        {
            ConformanceReport.Skipped(file);
            Assert.Skip(reason);
        }

        return suites.Cases.Single(definition => definition.Name == name);
    }
}

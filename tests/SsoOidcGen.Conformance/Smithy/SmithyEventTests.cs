using System.Collections;
using System.Net;
using System.Reflection;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Conformance.Smithy;

/// <summary>Smithy's cases of event streams: what is sent, what is read, and how a stream ends.</summary>
public sealed class SmithyEventTests
{
    public static TheoryData<string> Events => SmithyProtocolTests.Cases("event");

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Events_are_sent_and_read_as_the_case_expects(string name)
    {
        SmithyCase definition = SmithyProtocolTests.Find(name);
        JsonElement[] events =
        [
            .. definition.Object("events") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray() : [],
        ];
        JsonElement[] expected = [.. events.Where(IsOf("response"))];
        EventHandlerStub handler = new(Response(definition, expected));
        JsonElement[] sent = [.. events.Where(IsOf("request"))];
        Task<List<object>> call = CallAsync(definition, sent, handler);

        if (definition.Object("expectation").TryGetProperty("failure", out JsonElement failure))
        {
            Exception error = await Assert.ThrowsAnyAsync<Exception>(() => call);
            AssertError(error, failure);
        }
        else if (expected.Length > 0 || definition.Definition.TryGetProperty("initialResponse", out _))
        {
            AssertEvents(await call, expected);
        }
        else
        {
            try
            {
                await call;
            }
            catch (UnreadableResponseException)
            {
                // Only the request counts; the empty response may not do for every operation.
            }
        }

        AssertSent(handler, sent);
        if (definition.Definition.TryGetProperty("initialRequest", out JsonElement request))
        {
            Assert.Equal("", string.Join('\n', SmithyRequestComparison.Differences(handler.Sent, request)));
        }
    }

    private static Func<JsonElement, bool> IsOf(string type) =>
        definition => definition.GetProperty("type").GetString() == type;

    /// <summary>The events of the response, and its other members where the case gives them.</summary>
    private static async Task<List<object>> CallAsync(
        SmithyCase definition,
        JsonElement[] sent,
        EventHandlerStub handler
    )
    {
        object output = await SmithyClient.CallAsync(definition, input => Fill(input, definition, sent), handler);
        List<object> received = [];
        foreach (
            PropertyInfo property in output
                .GetType()
                .GetProperties()
                .Where(static found => IsStream(found.PropertyType))
        )
        {
            received.AddRange(await SmithyEvents.ReadAsync(property.GetValue(output)!));
        }

        foreach (JsonProperty member in definition.Object("initialResponseParams").EnumerateObject())
        {
            Assert.Empty(
                ValueComparison.Differences(
                    GeneratedValues.PropertyOf(output.GetType(), member.Name).GetValue(output),
                    member.Value,
                    member.Name
                )
            );
        }

        return received;
    }

    private static void Fill(object input, SmithyCase definition, JsonElement[] sent)
    {
        SampleInput.Fill(input, definition.Object("initialRequestParams"));
        foreach (
            PropertyInfo property in input.GetType().GetProperties().Where(static found => IsStream(found.PropertyType))
        )
        {
            property.SetValue(
                input,
                SmithyEvents.Create(property.PropertyType.GenericTypeArguments[0], definition, sent)
            );
        }

        SampleInput.FillRequired(input);
    }

    private static bool IsStream(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static HttpResponseMessage Response(SmithyCase definition, JsonElement[] events)
    {
        if (definition.Definition.TryGetProperty("initialResponse", out JsonElement initial))
        {
            HttpResponseMessage response = SmithyProtocolTests.ResponseOf(initial);
            if (events.Length > 0)
            {
                response.Content = new ByteArrayContent(SmithyEvents.Frames(events));
            }

            return response;
        }

        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(SmithyEvents.Frames(events)),
        };
    }

    private static void AssertError(Exception error, JsonElement failure)
    {
        if (failure.TryGetProperty("errorId", out JsonElement id))
        {
            string shape = id.GetString()!.Split('#')[1];
            Assert.StartsWith(
                SmithyProtocolTests.Stem(shape),
                error.GetType().Name,
                StringComparison.OrdinalIgnoreCase
            );
        }
        else
        {
            Assert.True(
                error is ServiceException or EventStreamException or UnreadableResponseException,
                error.ToString()
            );
        }
    }

    private static void AssertEvents(List<object> received, JsonElement[] expected)
    {
        Assert.Equal(expected.Length, received.Count);
        foreach ((object actual, JsonElement definition) in received.Zip(expected))
        {
            if (definition.TryGetProperty("params", out JsonElement parameters))
            {
                Assert.Empty(ValueComparison.Differences(actual, parameters, "event"));
            }
        }
    }

    private static void AssertSent(EventHandlerStub handler, JsonElement[] expected)
    {
        Assert.Equal(expected.Length, handler.Messages.Count);
        foreach ((EventMessage message, JsonElement definition) in handler.Messages.Zip(expected))
        {
            Assert.Equal("", string.Join('\n', SmithyEvents.Differences(message, definition)));
        }
    }
}

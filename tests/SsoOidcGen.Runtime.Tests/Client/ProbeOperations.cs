using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Sends a text as JSON and receives one.</summary>
internal sealed class EchoOperation : Operation<string, string>
{
    public override void Validate(string request, ref ValidationErrors faults) => faults.MinLength("Text", request, 1);

    public override void AddSensitiveValues(string request, SensitiveValues values)
    {
        if (IsSensitive)
        {
            values.Add(request);
        }
    }

    public override void WriteRequest(string request, RequestWriter http)
    {
        http.Target("/echo");
        Utf8JsonWriter json = http.Json();
        json.WriteStartObject();
        json.WriteString("text"u8, request);
        json.WriteEndObject();
    }

    public override string ReadResponse(in ServiceResponse response)
    {
        Utf8JsonReader reader = response.JsonReader();
        string text = "";
        reader.ExpectObject();
        while (reader.NextMember(out ReadOnlySpan<byte> member))
        {
            if (member.SequenceEqual("text"u8))
            {
                text = JsonValue.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return text;
    }
}

/// <summary>Sends a stream and receives one.</summary>
internal sealed class CopyOperation : Operation<Stream, Stream>
{
    [SetsRequiredMembers]
    public CopyOperation()
    {
        Name = "Copy";
        Method = HttpMethod.Put;
        StreamsOutput = true;
    }

    public override void WriteRequest(Stream request, RequestWriter http)
    {
        http.Target("/copy");
        http.Body(request, "application/octet-stream");
    }

    public override Stream ReadResponse(in ServiceResponse response) => response.Stream;
}

/// <summary>Sends a text in a form.</summary>
internal sealed class FormOperation : Operation<string, string>
{
    [SetsRequiredMembers]
    public FormOperation()
    {
        Name = "Form";
        Method = HttpMethod.Post;
        Auth = AuthScheme.SigV4;
    }

    public override void WriteRequest(string request, RequestWriter http)
    {
        http.Target("/");
        FormWriter form = http.Form("Echo", "2026-01-01");
        form.Write("Text"u8, request);
    }

    public override string ReadResponse(in ServiceResponse response) => "";
}

/// <summary>Sends an encryption key in a header.</summary>
internal sealed class KeyOperation : Operation<string, string>
{
    [SetsRequiredMembers]
    public KeyOperation()
    {
        Name = "Unlock";
        Method = HttpMethod.Get;
        Auth = AuthScheme.SigV4;
    }

    public override void WriteRequest(string request, RequestWriter http)
    {
        http.Target("/locked");
        http.Header("X-Key", request);
        http.KeyDigest("X-Key-MD5", request, digest: null);
    }

    public override string ReadResponse(in ServiceResponse response) => "";
}

/// <summary>Sends headers.</summary>
internal sealed class LabelOperation : Operation<(string Name, string Value), string>
{
    public override void WriteRequest((string Name, string Value) request, RequestWriter http)
    {
        http.Target("/label");
        http.Header("X-Value", request.Value);
        http.PrefixHeaders("X-Label-", [new(request.Name, "x")]);
    }

    public override string ReadResponse(in ServiceResponse response) => "";
}

/// <summary>Sends events.</summary>
internal sealed class SayOperation : Operation<IAsyncEnumerable<string>, string>
{
    public override void WriteRequest(IAsyncEnumerable<string> request, RequestWriter http)
    {
        http.Target("/say");
        http.Events("Say", request, WriteSaid, static (string _, ref ValidationErrors _) => { });
    }

    public override string ReadResponse(in ServiceResponse response) => "";

    private static void WriteSaid(string text, EventWriter message)
    {
        message.Event("said", "text/plain");
        message.Payload(text);
    }
}

/// <summary>Sends nothing but its target.</summary>
internal sealed class GetOperation(string target) : Operation<string, string>
{
    public override void WriteRequest(string request, RequestWriter http) => http.Target(target);

    public override string ReadResponse(in ServiceResponse response) => "";
}

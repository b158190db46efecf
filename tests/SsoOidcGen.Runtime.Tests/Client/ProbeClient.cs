using System.Text.Json;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>A client written by hand as the generator writes them: one operation that sends and receives a text.</summary>
internal sealed class ProbeClient(HttpClient? http, ServiceClientOptions options)
    : ServiceClient(Service, http, options)
{
    public static readonly Operation<string, string> Echo = Create("Echo", HttpMethod.Post, auth: null);

    public static readonly Operation<string, string> SignedEcho = Create(
        "SignedEcho",
        HttpMethod.Post,
        AuthScheme.SigV4
    );

    public static readonly Operation<string, string> TokenEcho = Create(
        "TokenEcho",
        HttpMethod.Post,
        AuthScheme.Bearer
    );

    public static readonly Operation<string, string> TokenOrSignedEcho = Create(
        "TokenOrSignedEcho",
        HttpMethod.Post,
        AuthScheme.BearerOrSigV4
    );

    public static readonly Operation<Stream, Stream> Copy = CreateCopy(auth: null);

    public static readonly Operation<Stream, Stream> SignedCopy = CreateCopy(AuthScheme.SigV4);

    public static readonly Operation<Stream, Stream> UnsignedBodyCopy = CreateCopy(
        AuthScheme.SigV4,
        hasUnsignedPayload: true
    );

    public static readonly Operation<Stream, Stream> CheckedCopy = CreateCopy(auth: null, requiresChecksum: true);

    public static readonly Operation<(string Name, string Value), string> Label = new()
    {
        Name = "Label",
        Method = HttpMethod.Post,
        WriteRequest = static (input, http) =>
        {
            http.Target("/label");
            http.Header("X-Value", input.Value);
            http.PrefixHeaders("X-Label-", [new(input.Name, "x")]);
        },
        ReadResponse = static (in ServiceResponse _) => "",
    };

    public static readonly Operation<IAsyncEnumerable<string>, string> Say = new()
    {
        Name = "Say",
        Method = HttpMethod.Post,
        SendsEvents = true,
        RequiresHttp2 = true,
        WriteRequest = static (input, http) =>
        {
            http.Target("/say");
            http.Events("Say", input, WriteSaid, static (string _, ref RequestFaults _) => { });
        },
        ReadResponse = static (in ServiceResponse _) => "",
    };

    private static readonly ServiceDescription Service = new()
    {
        ServiceId = "Probe",
        ApiVersion = "2026-01-01",
        SigningName = "probe",
        ResolveEndpoint = static context => new Endpoint(context.Endpoint ?? $"https://probe.{context.Region}.example"),
        CreateException = static (in ErrorResponse error) =>
            error.Code == "Broken" ? new BrokenException(in error) : null,
    };

    private static void WriteSaid(string text, EventWriter message)
    {
        message.Event("said", "text/plain");
        message.Payload(text);
    }

    private static Operation<Stream, Stream> CreateCopy(
        AuthScheme? auth,
        bool hasUnsignedPayload = false,
        bool requiresChecksum = false
    ) =>
        new()
        {
            Name = "Copy",
            Method = HttpMethod.Put,
            Auth = auth,
            HasUnsignedPayload = hasUnsignedPayload,
            RequiresChecksum = requiresChecksum,
            StreamsOutput = true,
            WriteRequest = static (input, http) =>
            {
                http.Target("/copy");
                http.Body(input, "application/octet-stream");
            },
            ReadResponse = static (in ServiceResponse response) => response.Stream,
        };

    private static Operation<string, string> Create(string name, HttpMethod method, AuthScheme? auth) =>
        new()
        {
            Name = name,
            Method = method,
            Auth = auth,
            Validate = static (string input, ref RequestFaults faults) => faults.MinLength("Text", input, 1),
            WriteRequest = static (input, http) =>
            {
                http.Target("/echo");
                Utf8JsonWriter json = http.Json();
                json.WriteStartObject();
                json.WriteString("text"u8, input);
                json.WriteEndObject();
            },
            ReadResponse = static (in ServiceResponse response) =>
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
            },
        };
}

internal sealed class BrokenException(in ErrorResponse error) : ServiceException(in error);

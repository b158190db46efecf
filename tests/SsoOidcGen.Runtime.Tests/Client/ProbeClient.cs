using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>A client written by hand as the generator writes them: one operation that sends and receives a text.</summary>
internal sealed class ProbeClient(HttpClient? http, ServiceClientOptions options, ServiceDescription? service = null)
    : ServiceClient(service ?? Service, http, options)
{
    public static readonly Operation<string, string> Echo = new EchoOperation
    {
        Name = "Echo",
        Method = HttpMethod.Post,
    };

    public static readonly Operation<string, string> SignedEcho = new EchoOperation
    {
        Name = "SignedEcho",
        Method = HttpMethod.Post,
        Auth = AuthScheme.SigV4,
        Credentials = DefaultCredentialsChain.Instance,
    };

    public static readonly Operation<string, string> SecretEcho = new EchoOperation
    {
        Name = "SecretEcho",
        Method = HttpMethod.Post,
        IsSensitive = true,
    };

    public static readonly Operation<string, string> SignedSecretEcho = new EchoOperation
    {
        Name = "SignedSecretEcho",
        Method = HttpMethod.Post,
        Auth = AuthScheme.SigV4,
        Credentials = DefaultCredentialsChain.Instance,
        IsSensitive = true,
    };

    public static readonly Operation<string, string> TokenEcho = new EchoOperation
    {
        Name = "TokenEcho",
        Method = HttpMethod.Post,
        Auth = AuthScheme.Bearer,
    };

    public static readonly Operation<string, string> TokenOrSignedEcho = new EchoOperation
    {
        Name = "TokenOrSignedEcho",
        Method = HttpMethod.Post,
        Auth = AuthScheme.FirstOf(AuthScheme.Bearer, AuthScheme.SigV4),
        Credentials = DefaultCredentialsChain.Instance,
    };

    public static readonly Operation<string, string> Form = new FormOperation();

    public static readonly Operation<string, string> Unlock = new KeyOperation();

    public static readonly Operation<Stream, Stream> Copy = new CopyOperation();

    public static readonly Operation<Stream, Stream> SignedCopy = new CopyOperation
    {
        Auth = AuthScheme.SigV4,
        Credentials = DefaultCredentialsChain.Instance,
    };

    public static readonly Operation<Stream, Stream> UnsignedBodyCopy = new CopyOperation
    {
        Auth = AuthScheme.SigV4,
        Credentials = DefaultCredentialsChain.Instance,
        HasUnsignedPayload = true,
    };

    public static readonly Operation<Stream, Stream> CheckedCopy = new CopyOperation
    {
        AddDigest = ContentMd5.AddAsync,
    };

    public static readonly Operation<Stream, Stream> TreeHashedCopy = new CopyOperation
    {
        AddDigest = TreeHash.AddAsync,
    };

    public static readonly Operation<Stream, Stream> ChecksummedCopy = new CopyOperation
    {
        Auth = AuthScheme.SigV4,
        RequestChecksum = new RequestChecksum { AlgorithmHeader = "x-amz-sdk-checksum-algorithm" },
        ResponseChecksum = new ResponseChecksum { ModeHeader = "x-amz-checksum-mode" },
        ExpectsContinue = true,
    };

    public static readonly Operation<string, string> ChecksummedEcho = new EchoOperation
    {
        Name = "ChecksummedEcho",
        Method = HttpMethod.Post,
        RequestChecksum = new RequestChecksum { IsRequired = true },
        ResponseChecksum = new ResponseChecksum { ModeHeader = "x-amz-checksum-mode" },
    };

    public static readonly Operation<(string Name, string Value), string> Label = new LabelOperation
    {
        Name = "Label",
        Method = HttpMethod.Post,
    };

    public static readonly Operation<IAsyncEnumerable<string>, string> Say = new SayOperation
    {
        Name = "Say",
        Method = HttpMethod.Post,
        SendsEvents = true,
        RequiresHttp2 = true,
    };

    internal static readonly ServiceDescription Service = new()
    {
        ServiceId = "Probe",
        ApiVersion = "2026-01-01",
        SigningName = "probe",
        ResolveEndpoint = static context => new Endpoint(context.Endpoint ?? $"https://probe.{context.Region}.example"),
        Errors = ErrorFormat.Json,
        CreateException = static (in ErrorResponse error) =>
            error.Code == "Broken" ? new BrokenException(in error) : null,
    };
}

internal sealed class BrokenException(in ErrorResponse error) : ServiceException(in error)
{
    /// <summary>The member <c>detail</c>.</summary>
    public string? Detail { get; } = Read(in error);

    private static string? Read(in ErrorResponse error)
    {
        string? detail = null;
        Utf8JsonReader reader = error.JsonReader();
        while (reader.NextMember(out ReadOnlySpan<byte> member))
        {
            if (member.SequenceEqual("detail"u8))
            {
                detail = JsonValue.ReadString(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return detail;
    }
}

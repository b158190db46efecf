using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class EventSignerTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 23, 59, 59, 700, TimeSpan.Zero));

    [Fact]
    public async Task Each_signature_covers_date_payload_and_the_signature_before_it()
    {
        string seed = Convert.ToHexStringLower(SHA256.HashData("request"u8));
        EventSigner signer = new(
            new SigV4Signer(),
            new AwsCredentials("AKIDEXAMPLE", Secret),
            new SigningScope("eu-central-1", "lex"),
            new ClockSkew(_time),
            seed
        );

        EventMessage first = await ReadAsync(signer.Sign("event"u8.ToArray()));
        // The second event is sent on another day: key and scope are that day's.
        _time.Advance(TimeSpan.FromSeconds(1));
        EventMessage last = await ReadAsync(signer.Sign([]));

        string expectedFirst = Expected("20260131T235959Z", seed, first);
        Assert.Equal("event"u8.ToArray(), first.Payload.ToArray());
        Assert.Equal(expectedFirst, SignatureOf(first));
        Assert.True(last.Payload.IsEmpty);
        Assert.Equal(Expected("20260201T000000Z", expectedFirst, last), SignatureOf(last));
    }

    [Fact]
    public async Task The_date_in_the_message_is_the_one_that_is_signed()
    {
        EventSigner signer = new(
            new SigV4Signer(),
            new AwsCredentials("AKIDEXAMPLE", Secret),
            new SigningScope("eu-central-1", "lex"),
            new ClockSkew(_time),
            "00"
        );

        EventMessage message = await ReadAsync(signer.Sign([]));

        Assert.Equal(new DateTimeOffset(2026, 1, 31, 23, 59, 59, TimeSpan.Zero), message.Headers[":date"]);
    }

    private static string SignatureOf(EventMessage message) =>
        Convert.ToHexStringLower(((ReadOnlyMemory<byte>)message.Headers[":chunk-signature"]).Span);

    /// <summary>The signature by the letter of the specification, without the code under test.</summary>
    private static string Expected(string timestamp, string previous, EventMessage message)
    {
        string day = timestamp[..8];
        long milliseconds = ((DateTimeOffset)message.Headers[":date"]).ToUnixTimeMilliseconds();
        byte[] date = [5, .. ":date"u8, 8, .. BitConverter.GetBytes(milliseconds).Reverse()];
        string text = string.Join(
            '\n',
            "AWS4-HMAC-SHA256-PAYLOAD",
            timestamp,
            $"{day}/eu-central-1/lex/aws4_request",
            previous,
            Convert.ToHexStringLower(SHA256.HashData(date)),
            Convert.ToHexStringLower(SHA256.HashData(message.Payload.Span))
        );
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + Secret);
        foreach (string part in (string[])[day, "eu-central-1", "lex", "aws4_request", text])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(key);
    }

    private static async Task<EventMessage> ReadAsync(byte[] frame) =>
        (await new EventMessageReader(new MemoryStream(frame)).ReadAsync(TestContext.Current.CancellationToken))!;
}

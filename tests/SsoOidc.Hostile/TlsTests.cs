using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

public sealed class TlsTests
{
    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused_once_and_nothing_is_sent()
    {
        using X509Certificate2 certificate = Certificates.Create();
        await using Trial trial = new(new HostileServer(certificate, Trial.Good));

        ServiceUnreachableException error = await trial.FailsAsync<ServiceUnreachableException>(attempts: 1);

        Assert.False(error.IsRetryable);
        Assert.Empty(trial.Server.Requests);
    }

    [Theory]
    [InlineData(null, -1)]
    [InlineData("other.example", 30)]
    [InlineData("*.0.0.1", 30)]
    public async Task A_trusted_issuer_does_not_make_up_for_the_wrong_host_or_time(string? host, int days)
    {
        using X509Certificate2 certificate = Certificates.Create(host, TimeSpan.FromDays(days));
        await using Trial trial = new(new HostileServer(certificate, Trial.Good)) { Http = Trusting(certificate) };

        await trial.FailsAsync<ServiceUnreachableException>(attempts: 1);

        Assert.Empty(trial.Server.Requests);
    }

    [Fact]
    public async Task A_certificate_that_the_caller_s_handler_trusts_is_good()
    {
        using X509Certificate2 certificate = Certificates.Create();
        await using Trial trial = new(new HostileServer(certificate, Trial.Good)) { Http = Trusting(certificate) };

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    public static TheoryData<Script> BrokenHandshakes =>
        [
            Script.Named("closed").OnConnect().Close(),
            Script.Named("reset").OnConnect().Reset(),
            Script.Named("HTTP").OnConnect().Send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n").Close(),
            Script.Named("a fatal alert").OnConnect().Send(new byte[] { 0x15, 3, 3, 0, 2, 2, 40 }).Close(),
            Script.Named("zeros").OnConnect().Send(new byte[1024]).Close(),
            Script.Named("half a record").OnConnect().Send(new byte[] { 0x16, 3, 3, 0x40, 0, 2 }).Close(),
        ];

    [Theory]
    [MemberData(nameof(BrokenHandshakes))]
    public async Task A_handshake_that_breaks_is_an_error_and_nothing_is_sent(Script script)
    {
        using X509Certificate2 certificate = Certificates.Create();
        await using Trial trial = new(new HostileServer(certificate, script)) { Http = Trusting(certificate) };

        Exception? failure = await Record.ExceptionAsync(() => trial.CallAsync());

        Assert.IsType<ServiceUnreachableException>(failure);
        Assert.Empty(trial.Server.Requests);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_connection_that_is_cut_without_a_farewell_cuts_the_body_as_well()
    {
        using X509Certificate2 certificate = Certificates.Create();
        Script cut = Script.Named("cut").Head("HTTP/1.1 200 OK", "Content-Length: 22").Send("{\"acc").Reset();
        await using Trial trial = new(new HostileServer(certificate, cut)) { Http = Trusting(certificate) };

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
        await trial.RecoversAsync();
    }

    private static HttpClient Trusting(X509Certificate2 certificate) =>
        new(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { certificate },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
            }
        );
}

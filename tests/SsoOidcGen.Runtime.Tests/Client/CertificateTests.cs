using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_not_asked_for_again()
    {
        using X509Certificate2 certificate = SelfSigned();
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using ProbeClient client = new(
            http: null,
            new ServiceClientOptions
            {
                Endpoint = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        );
        Task server = ServeAsync(listener, certificate);

        ServiceUnreachableException error = await Assert.ThrowsAsync<ServiceUnreachableException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken)
        );
        await server;

        Assert.Equal((1, false), (error.Attempts, error.IsRetryable));
        Assert.IsType<AuthenticationException>(error.InnerException?.InnerException);
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using TcpClient peer = await listener.AcceptTcpClientAsync();
        await using SslStream stream = new(peer.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            await stream.ReadExactlyAsync(new byte[1]);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client turned away, as it should.
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

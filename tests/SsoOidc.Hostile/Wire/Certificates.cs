using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SsoOidc.Hostile.Wire;

/// <summary>Certificates that nobody has signed but their owner, made at run time.</summary>
internal static class Certificates
{
    /// <param name="host">The host it is for; null: the loopback address.</param>
    /// <param name="end">When it expires, from now.</param>
    public static X509Certificate2 Create(string? host = null, TimeSpan? end = null)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Hostile", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        if (host is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = request.CreateSelfSigned(
            now.AddDays(-30),
            now + (end ?? TimeSpan.FromDays(30))
        );
        // Windows takes no key for TLS that was never in a file.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}

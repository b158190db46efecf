using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>User name and password in the <c>Authorization</c> header (RFC 7617).</summary>
internal sealed class BasicAuthScheme : AuthScheme
{
    public static readonly BasicAuthScheme Instance = new();

    private const string Scheme = "Basic";
    private const string Source = $"The option {nameof(ServiceClientOptions.BasicCredentials)}";

    internal override bool IsConfigured(AuthRequest request) => request.Settings.BasicCredentials is not null;

    internal override async ValueTask AuthenticateAsync(AuthRequest request, CancellationToken cancellationToken)
    {
        Func<CancellationToken, ValueTask<NetworkCredential>> source =
            request.Settings.BasicCredentials
            ?? throw new MissingCredentialsException(
                $"{request.Operation} needs a user name and a password. Set the option {nameof(ServiceClientOptions.BasicCredentials)}."
            );
        request.RefusePlainHttp("its password");
        NetworkCredential credential = await source(cancellationToken).ConfigureAwait(false);
        if (credential.UserName.Contains(':'))
        {
            throw new ConfigurationException($"{Source} gave a user name with a colon, which would end it.");
        }

        string pair = $"{credential.UserName}:{credential.Password}";
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
        SecretHeader.Set(request.Message, SecretHeader.Authorization, Scheme, encoded, Source);
    }

    internal override void AddSecrets(HttpRequestMessage message, SensitiveValues secrets)
    {
        if (SecretHeader.Find(message, SecretHeader.Authorization, Scheme) is not { } encoded)
        {
            return;
        }

        string pair = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        secrets.Add(encoded);
        secrets.Add(pair[(pair.IndexOf(':') + 1)..]);
    }
}

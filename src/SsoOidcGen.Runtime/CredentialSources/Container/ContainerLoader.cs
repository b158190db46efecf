using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Asks the container endpoint: three times where it fails by itself, once where it refuses.</summary>
internal sealed class ContainerLoader(AwsEnvironment environment, HttpMessageHandler? handler, TimeProvider clock)
    : CredentialsLoader
{
    private const string TokenFileVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string TokenVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const int MaxAttempts = 3;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(7);

    private readonly MetadataClient _http = new(handler, ConnectTimeout, Timeout, clock);

    public override string Source => "the container endpoint";

    public override AwsCredentials Load()
    {
        Uri endpoint = ContainerEndpoint.Resolve(environment);
        string? token = ReadToken();
        return Attempts.Run(MaxAttempts, clock, () => Load(endpoint, token));
    }

    private AwsCredentials Load(Uri endpoint, string? token)
    {
        using HttpRequestMessage message = new(HttpMethod.Get, endpoint);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (token is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", token);
        }

        try
        {
            MetadataResponse response = _http.Send(message);
            return !response.IsSuccess
                ? throw Failed(endpoint, $"responded with {response}", response.IsServerError)
                : CredentialsDocument.TryParse(response.Body)?.ToCredentials()
                    ?? throw Failed(endpoint, "responded with what are no credentials", isTransient: true);
        }
        catch (HttpRequestException exception)
        {
            throw Failed(endpoint, "cannot be reached", isTransient: true, exception);
        }
        catch (TimeoutException exception)
        {
            throw Failed(endpoint, "did not respond in time", isTransient: true, exception);
        }
        catch (BufferLimitException exception)
        {
            throw Failed(endpoint, "responded with more than 64 KiB", isTransient: false, exception);
        }
    }

    /// <summary>The token as it stands there: its file is replaced from time to time.</summary>
    private string? ReadToken()
    {
        (string? token, string variable) = environment.Variable(TokenFileVariable) is { } path
            ? (
                TokenFile.Read(environment.ExpandPath(path), $"environment variable {TokenFileVariable}"),
                TokenFileVariable
            )
            : (environment.Variable(TokenVariable), TokenVariable);
        return token is null || !token.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? token
            : throw new CredentialsException(
                $"The token that environment variable {variable} leads to has a line break or another character that no header"
                    + " can hold. Remove it; nothing was sent."
            );
    }

    private static CredentialsException Failed(Uri endpoint, string problem, bool isTransient, Exception? cause = null)
    {
        string shown = endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        string message =
            $"The container endpoint {shown} {problem}. Check {ContainerEndpoint.RelativeVariable} or"
            + $" {ContainerEndpoint.FullVariable}, and the role of the task or pod.";
        return new CredentialsException(message, cause) { IsTransient = isTransient };
    }
}

using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The metadata of an instance, read with a token (IMDSv2) that lasts for hours.</summary>
internal sealed class InstanceMetadata(InstanceSource source, HttpMessageHandler? handler, TimeProvider clock)
{
    private const string TokenPath = "/api/token";
    private const string TokenHeader = "x-aws-ec2-metadata-token";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly MetadataClient _http = new(handler, source.Timeout, source.Timeout, clock);
    private string? _token;
    private DateTimeOffset _tokenEnd;

    /// <summary>Reads an item; another status than 200 and 404 is a failure.</summary>
    /// <param name="path">Below <c>/latest</c>.</param>
    /// <param name="read">Reads the response; null where it is not what it should be, so that it is asked for again.</param>
    /// <returns>Null when there is no such item.</returns>
    /// <exception cref="NotConfiguredException">There is no metadata here.</exception>
    /// <exception cref="CredentialsException">The metadata cannot be read.</exception>
    public T? Find<T>(string path, Func<MetadataResponse, T?> read)
        where T : class
    {
        // Without a token there are no attempts at the item; with one, it is replaced as often as it is refused.
        _ = GetToken();
        return Attempts.Run(
            source.MaxAttempts,
            clock,
            () =>
            {
                MetadataResponse response = Send(HttpMethod.Get, path, TokenHeader, GetToken());
                switch (response.Status)
                {
                    case 401:
                        _token = null;
                        throw Failed("refuses its own token", isTransient: true);
                    case 404:
                        return null;
                    case 200:
                        return read(response)
                            ?? throw Failed($"responded to {path} with what is not expected", isTransient: true);
                    default:
                        throw Refused(response);
                }
            }
        );
    }

    public CredentialsException Failed(string problem, bool isTransient = false, Exception? cause = null) =>
        new(
            $"The instance metadata at {source.Endpoint} {problem}. Check the metadata options of the instance and its role, or set"
                + " AWS_EC2_METADATA_DISABLED to true where there is no instance.",
            cause
        )
        {
            IsTransient = isTransient,
        };

    private string GetToken() =>
        _token is { } known && clock.GetUtcNow() < _tokenEnd
            ? known
            : Attempts.Run(source.MaxAttempts, clock, RequestToken);

    private string RequestToken()
    {
        string lifetime = ((int)Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        DateTimeOffset start = clock.GetUtcNow();
        MetadataResponse response = Send(HttpMethod.Put, TokenPath, MetadataClient.TokenLifetimeHeader, lifetime);
        if (!response.IsSuccess)
        {
            throw Refused(response);
        }

        string token = Encoding.ASCII.GetString(response.Body);
        if (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw Failed("gave a token that no header can hold", isTransient: true);
        }

        _tokenEnd = start + (response.Lifetime ?? Lifetime) - Margin;
        return _token = token;
    }

    private CredentialsException Refused(MetadataResponse response)
    {
        string problem = response.Status switch
        {
            403 => "forbids access: it is switched off for this instance",
            404 or 405 => "has no version 2, the only one that is used",
            _ => $"responded with {response}",
        };
        return Failed(problem, response.IsServerError);
    }

    private MetadataResponse Send(HttpMethod method, string path, string header, string value)
    {
        Uri target = new(source.Endpoint.AbsoluteUri.TrimEnd('/') + "/latest" + path);
        using HttpRequestMessage message = new(method, target);
        message.Headers.TryAddWithoutValidation(header, value);
        try
        {
            return _http.Send(message);
        }
        catch (TimeoutException exception) when (exception.InnerException is null)
        {
            throw Failed(
                $"did not respond within {source.Timeout.TotalSeconds} s. In a container, the hop limit of the instance's"
                    + " metadata responses must be 2 or more",
                cause: exception
            );
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
        {
            throw new NotConfiguredException($"there is no connection to {source.Endpoint}");
        }
        catch (BufferLimitException exception)
        {
            throw Failed("responded with more than 64 KiB", cause: exception);
        }
    }
}

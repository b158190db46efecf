using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>The metadata of an instance, read with a token (IMDSv2) that lasts for hours.</summary>
internal sealed class InstanceMetadata(InstanceSource source, HttpMessageHandler? handler, TimeProvider clock)
{
    private const string TokenHeader = "x-aws-ec2-metadata-token";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly MetadataClient _http = new(handler, source.Timeout, source.Timeout, clock);
    private string? _token;
    private DateTimeOffset _tokenEnd;

    /// <summary>Reads an item; another status than 200 and 404 is a failure.</summary>
    /// <param name="path">Below <c>/latest</c>.</param>
    /// <param name="read">Reads the response; null where it is not what it should be, so that it is asked for again.</param>
    /// <exception cref="NotConfiguredException">There is no metadata here.</exception>
    /// <exception cref="CredentialsException">The metadata cannot be read.</exception>
    public async Task<T> GetAsync<T>(string path, Func<MetadataResponse, T?> read)
        where T : class
    {
        string token = await GetTokenAsync().ConfigureAwait(false);
        return await Attempt<T>
            .RunAsync(
                source.MaxAttempts,
                clock,
                async () =>
                {
                    MetadataResponse response = await SendAsync(HttpMethod.Get, path, TokenHeader, token)
                        .ConfigureAwait(false);
                    switch (response.Status)
                    {
                        case 401:
                            _token = null;
                            token = await GetTokenAsync().ConfigureAwait(false);
                            return new(null, Failed("refuses its own token"), MayRetry: true);
                        case 200 or 404:
                            return read(response) is { } value
                                ? new(value)
                                : new(null, Failed($"responded to {path} with what is not expected"), MayRetry: true);
                        default:
                            return Refused<T>(response);
                    }
                }
            )
            .ConfigureAwait(false);
    }

    public CredentialsException Failed(string problem, Exception? cause = null) =>
        new(
            $"The instance metadata at {source.Endpoint} {problem}. Check the metadata options of the instance and its role, or set"
                + " AWS_EC2_METADATA_DISABLED to true where there is no instance.",
            cause
        );

    private async Task<string> GetTokenAsync()
    {
        const string Path = "/api/token";
        if (_token is { } known && clock.GetUtcNow() < _tokenEnd)
        {
            return known;
        }

        string lifetime = ((int)Lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await Attempt<string>
            .RunAsync(
                source.MaxAttempts,
                clock,
                async () =>
                {
                    DateTimeOffset start = clock.GetUtcNow();
                    MetadataResponse response = await SendAsync(
                            HttpMethod.Put,
                            Path,
                            MetadataClient.TokenLifetimeHeader,
                            lifetime
                        )
                        .ConfigureAwait(false);
                    if (!response.IsSuccess)
                    {
                        return Refused<string>(response);
                    }

                    string token = Encoding.ASCII.GetString(response.Body.Span);
                    if (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
                    {
                        return new(null, Failed("gave a token that no header can hold"), MayRetry: true);
                    }

                    _tokenEnd = start + (response.Lifetime ?? Lifetime) - Margin;
                    return new(_token = token);
                }
            )
            .ConfigureAwait(false);
    }

    private Attempt<T> Refused<T>(MetadataResponse response)
        where T : class
    {
        string problem = response.Status switch
        {
            403 => "forbids access: it is switched off for this instance",
            404 or 405 => "has no version 2, the only one that is used",
            _ => $"responded with {response}",
        };
        return new(null, Failed(problem), response.IsServerError);
    }

    private async Task<MetadataResponse> SendAsync(HttpMethod method, string path, string header, string value)
    {
        Uri target = new(source.Endpoint.AbsoluteUri.TrimEnd('/') + "/latest" + path);
        using HttpRequestMessage message = new(method, target);
        message.Headers.TryAddWithoutValidation(header, value);
        try
        {
            return await _http.SendAsync(message).ConfigureAwait(false);
        }
        catch (TimeoutException exception) when (exception.InnerException is null)
        {
            throw Failed(
                $"did not respond within {source.Timeout.TotalSeconds} s. In a container, the hop limit of the instance's"
                    + " metadata responses must be 2 or more",
                exception
            );
        }
        catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
        {
            throw new NotConfiguredException($"there is no connection to {source.Endpoint}");
        }
        catch (BufferLimitException exception)
        {
            throw Failed("responded with more than 64 KiB", exception);
        }
    }
}

using System.Net;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// Finds the access portal behind a start URL. An organization may use an address of its own, which redirects once to
/// the portal; AWS's own addresses are taken as they are.
/// </summary>
internal sealed class StartUrlResolver(HttpClient http, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="ConfigurationException">The URL is none, or does not lead to an access portal.</exception>
    public async Task<PortalAddress> ResolveAsync(SsoSession session, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(session.StartUrl, UriKind.Absolute, out Uri? url) || url.Host.Length == 0)
        {
            throw Wrong(session, "is not an absolute URL");
        }

        // Only an emulator serves a portal on this machine.
        if (!PageAddress.IsSafe(url))
        {
            throw Wrong(session, "is not an https:// address without a user name");
        }

        if (PortalHosts.IsAwsOwned(url) || url.IsLoopback)
        {
            return new PortalAddress(session.StartUrl, session.Region);
        }

        Uri portal = await Deadline
            .RunAsync(
                s_timeout,
                timeProvider,
                token => FollowAsync(session, url, token),
                () => Wrong(session, $"did not respond within {s_timeout.TotalSeconds:0} s"),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (portal.Scheme != Uri.UriSchemeHttps || !PortalHosts.IsAwsOwned(portal))
        {
            throw Wrong(session, $"leads to {portal.GetLeftPart(UriPartial.Authority)}, which is no access portal");
        }

        string startUrl = portal.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new PortalAddress(startUrl, PortalHosts.RegionOf(portal) ?? session.Region);
    }

    private async Task<Uri> FollowAsync(SsoSession session, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            HttpStatusCode status;
            Uri? location;
            (status, location) = await AskAsync(HttpMethod.Head, url, cancellationToken).ConfigureAwait(false);
            if (status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
            {
                (status, location) = await AskAsync(HttpMethod.Get, url, cancellationToken).ConfigureAwait(false);
            }

            return (int)status switch
            {
                >= 200 and < 300 => url,
                301 or 302 or 303 or 307 or 308 => location is null
                    ? throw Wrong(session, $"redirects ({(int)status}) without saying where to")
                    : new Uri(url, location),
                _ => throw Wrong(session, $"responds with status {(int)status}"),
            };
        }
        catch (HttpRequestException exception)
        {
            throw Wrong(session, $"cannot be reached: {exception.Message}", exception);
        }
    }

    private async Task<(HttpStatusCode, Uri?)> AskAsync(HttpMethod method, Uri url, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(method, url);
        using HttpResponseMessage response = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            )
            .ConfigureAwait(false);
        return (response.StatusCode, response.Headers.Location);
    }

    private static ConfigurationException Wrong(SsoSession session, string what, Exception? innerException = null) =>
        new(
            $"The start URL {session.StartUrl} of {session.DisplayName} {what}. Check sso_start_url; the access portal's own"
                + " address looks like https://d-1234567890.awsapps.com/start.",
            innerException
        );
}

namespace SsoOidc.Emulator;

internal static class StartUrl
{
    /// <summary>Refuses a start URL that is none, or none of the emulator's.</summary>
    public static void Check(string startUrl, string member, EmulatorOptions options)
    {
        bool isUrl =
            Uri.TryCreate(startUrl, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        if (!isUrl || (options.StartUrls.Count > 0 && !options.StartUrls.Contains(startUrl)))
        {
            throw OAuthError.Create("invalid_request", $"Not a start URL of this service: {member}");
        }
    }
}

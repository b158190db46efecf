using SsoOidcGen.Runtime;

namespace SsoOidc.TokenWriter;

/// <summary>Asks for a token again and again, where each is due for a refresh from the beginning, and prints what it gets.</summary>
internal static class Refreshing
{
    public static async Task RunAsync(string folder, string endpoint, int times)
    {
        SsoLoginOptions options = new()
        {
            TokenStore = new FileTokenStore(folder),
            Client = new ServiceClientOptions { Endpoint = new Uri(endpoint) },
            Warn = message => Console.Error.WriteLine(message),
        };
        SsoSession session = new()
        {
            Name = "strict",
            StartUrl = "https://d-1234567890.awsapps.com/start",
            Region = "us-east-1",
        };
        using SsoLogin login = new(session, options);
        for (int i = 0; i < times; i++)
        {
            Console.WriteLine((await login.GetTokenAsync()).AccessToken);
        }
    }
}

namespace SsoOidc.TokenWriter;

/// <summary>Writes one token after another until it is killed. In each, access and refresh token are equal and long.</summary>
internal static class Writing
{
    private const int Length = 20_000;

    public static async Task RunAsync(string folder, string name)
    {
        FileTokenStore store = new(folder);
        for (int i = 0; ; i++)
        {
            string secret = new((char)('a' + i % 26), Length + i % 1_000);
            await using (await store.LockAsync(name, TimeSpan.FromMinutes(1)))
            {
                await store.WriteAsync(
                    name,
                    new SsoToken
                    {
                        AccessToken = secret,
                        RefreshToken = secret,
                        ExpiresAt = DateTimeOffset.UnixEpoch,
                    }.ToJson()
                );
            }

            if (i == 0)
            {
                Console.WriteLine("begun");
            }
        }
    }
}

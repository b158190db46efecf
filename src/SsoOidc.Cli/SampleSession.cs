namespace SsoOidc.Cli;

/// <summary>A session to try the emulator with; it leads to no real access portal.</summary>
internal static class SampleSession
{
    public const string StartUrl = "https://d-1234567890.awsapps.com/start";
    public const string Region = "us-east-1";
}

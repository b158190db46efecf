using System.Globalization;
using System.Text.RegularExpressions;

namespace SsoOidc.Emulator;

/// <summary>Starts sessions of roles. Every role trusts everybody.</summary>
internal sealed partial class RoleSessions(EmulatorOptions options, AccessKeyStore keys)
{
    private const int ShortestSeconds = 900;
    private const int LongestSeconds = 43200;

    public RoleCredentials Start(StsRequest request)
    {
        Match role = RoleArn().Match(request.Required("RoleArn"));
        if (!role.Success)
        {
            throw StsError.Create("ValidationError", "RoleArn is not the ARN of a role");
        }

        string name = request.Required("RoleSessionName");
        if (!SessionName().IsMatch(name))
        {
            throw StsError.Create("ValidationError", "RoleSessionName must be 2 to 64 letters, digits or +=,.@-");
        }

        string arn =
            $"arn:{role.Groups["partition"]}:sts::{role.Groups["account"]}:assumed-role/{role.Groups["name"]}/{name}";
        var credentials = new RoleCredentials(options.TimeProvider.GetUtcNow() + LifetimeIn(request), arn);
        keys.Add(credentials);
        return credentials;
    }

    private TimeSpan LifetimeIn(StsRequest request)
    {
        if (request["DurationSeconds"] is not { } text)
        {
            return options.RoleCredentialsLifetime;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            && seconds is >= ShortestSeconds and <= LongestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw StsError.Create(
                "ValidationError",
                $"DurationSeconds must be from {ShortestSeconds} to {LongestSeconds}"
            );
    }

    [GeneratedRegex(
        "^arn:(?<partition>[a-z-]+):iam::(?<account>[0-9]+):role/([^:]*/)?(?<name>[\\w+=,.@-]+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RoleArn();

    [GeneratedRegex("^[\\w+=,.@-]{2,64}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SessionName();
}

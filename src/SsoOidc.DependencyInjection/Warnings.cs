using Microsoft.Extensions.Logging;

namespace SsoOidc.DependencyInjection;

/// <summary>What went wrong without costing a call its result.</summary>
internal static partial class Warnings
{
    [LoggerMessage(30, LogLevel.Warning, "{Sentence}", EventName = "SignInWarning")]
    public static partial void SignIn(ILogger logger, string sentence);
}

using System.Diagnostics.Tracing;
using Microsoft.Extensions.Http;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>
/// Warns when the handlers of a client retry as well: three attempts of the client with three of a handler's are nine
/// requests, and the handler's are neither signed anew nor paid from the retry quota.
/// </summary>
/// <param name="name">The registration.</param>
/// <param name="options">The client's settings.</param>
internal sealed class ResilienceWarning(string name, Func<ServiceClientOptions> options)
    : IHttpMessageHandlerBuilderFilter
{
    /// <summary>Of <c>Microsoft.Extensions.Http.Resilience</c> and <c>Microsoft.Extensions.Http.Polly</c>.</summary>
    private static readonly string[] s_retrying =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    private int _isTold;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (
                builder.Name == name
                && options() is { MaxAttempts: not 1, Log: { } log }
                && builder.AdditionalHandlers.Any(static handler => s_retrying.Contains(handler.GetType().FullName))
                && log.IsEnabled(EventLevel.Warning)
                && Interlocked.Exchange(ref _isTold, 1) == 0
            )
            {
                log.Write(Warning(name));
            }
        };

    private static ClientEvent Warning(string name) =>
        new(
            20,
            "RetriesMultiply",
            EventLevel.Warning,
            "{Client} retries by itself, and the resilience handler of its HttpClient may do so too: their attempts multiply. Set MaxAttempts to 1, or leave retries out of the handler",
            name
        );
}

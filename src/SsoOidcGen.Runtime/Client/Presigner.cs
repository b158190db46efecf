using System.Net.Http.Headers;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Makes a request that somebody else can send without credentials. Nothing is sent. Thread-safe.</summary>
internal sealed class Presigner(RequestBuilder builder, ICallRunner runner)
{
    /// <param name="call">The operation with its input.</param>
    /// <param name="lifetime">How long the request is valid, from one second to seven days.</param>
    /// <param name="cancellationToken">Cancels the waiting for credentials.</param>
    /// <exception cref="NotSupportedException">The operation is not signed, or sends events.</exception>
    public async ValueTask<PresignedRequest> PresignAsync(
        Call call,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    )
    {
        Operation operation = call.Operation;
        Lifetimes.Check(lifetime);
        if (operation is not { Auth: { } auth, SendsEvents: false })
        {
            throw new NotSupportedException(
                $"{operation.Name} cannot be presigned: it is not signed, or sends events."
            );
        }

        Endpoint endpoint = builder.Targets.EndpointOf(call);
        RequestWriter request = builder.Rent();
        try
        {
            await builder.WriteAsync(call, request, cancellationToken).ConfigureAwait(false);
            request.SentBody.LeaveStreamOut();
            bool isForm = request.TryMoveFormToQuery();
            Uri target = builder.Targets.UriOf(endpoint, request);
            builder.ProtectSecrets(operation, request, target);
            using HttpRequestMessage message = builder.CreateMessage(operation, target, endpoint, request);
            if (isForm)
            {
                message.Method = HttpMethod.Get;
            }

            DateTimeOffset end = await auth.PresignAsync(
                    builder.ToAuthenticate(call, endpoint, message, request, runner),
                    lifetime,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return new PresignedRequest
            {
                Method = message.Method,
                Url = message.RequestUri!,
                Headers = HeadersOf(message),
                Content = request.SentBody.Content is { } body ? (ReadOnlyMemory<byte>?)body.ToArray() : null,
                Expiration = end,
            };
        }
        finally
        {
            request.Return(bodyInUse: false);
        }
    }

    private static Dictionary<string, string> HeadersOf(HttpRequestMessage message)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        Add(message.Headers.NonValidated);
        if (message.Content is { } content)
        {
            Add(content.Headers.NonValidated);
        }

        return headers;

        void Add(HttpHeadersNonValidated source)
        {
            foreach ((string name, HeaderStringValues values) in source)
            {
                headers[name] = values.ToString();
            }
        }
    }
}

using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An operation with an input, and with its output once that has been read: what the request loop works with.</summary>
internal abstract class Call(Operation operation)
{
    public Operation Operation { get; } = operation;

    /// <summary>The last response; its headers can be read when its body is gone. Null when there was none.</summary>
    public HttpResponseMessage? Response { get; set; }

    /// <summary>What is told about the call; null where nobody listens.</summary>
    public CallObservation? Observation { get; set; }

    /// <summary>The number of attempts so far, the present one included.</summary>
    public int Attempts { get; set; }

    /// <summary>The region that the service points to, where it refused the call because of that; null when it does not.</summary>
    public string? OtherRegion { get; set; }

    /// <summary>The call has followed such a pointer.</summary>
    public bool IsRedirected { get; set; }

    /// <summary>How the last attempt that has ended failed; null when none has.</summary>
    public ServiceException? LastFailure { get; set; }

    public abstract void Validate(ref ValidationErrors errors);

    /// <summary>Adds what the endpoint rules want to know about this call.</summary>
    public abstract EndpointContext BindEndpoint(EndpointContext context);

    /// <summary>What the service says, without the secrets of the request that it may repeat.</summary>
    public string? Redacted(string? text)
    {
        if (text is null)
        {
            return null;
        }

        SensitiveValues secrets = SecretsOf(Response?.RequestMessage);
        string redacted = secrets.Redact(text);
        secrets.Release();
        return redacted;
    }

    /// <summary>What no error about this call may repeat: of the input, and of how the message is authenticated.</summary>
    /// <returns>To be released.</returns>
    public SensitiveValues SecretsOf(HttpRequestMessage? message)
    {
        SensitiveValues secrets = new();
        AddSensitiveValues(secrets);
        if (message is not null)
        {
            Operation.Auth?.AddSecrets(message, secrets);
        }

        return secrets;
    }

    public abstract void WriteRequest(RequestWriter request);

    public abstract void ReadResponse(in ServiceResponse response);

    protected abstract void AddSensitiveValues(SensitiveValues values);
}

namespace SsoOidc.Emulator;

/// <summary>A refusal that the client gets to see in the service's own form.</summary>
internal sealed class ProtocolException(int status, string errorType, params (string Name, string Value)[] members)
    : Exception(errorType)
{
    public int Status { get; } = status;

    public string? Member(string name) => Array.Find(members, member => member.Name == name).Value;

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers["x-amzn-ErrorType"] = Message;
        return JsonResponse.WriteAsync(
            context,
            json =>
            {
                foreach ((string name, string value) in members)
                {
                    json.WriteString(name, value);
                }
            },
            Status
        );
    }
}

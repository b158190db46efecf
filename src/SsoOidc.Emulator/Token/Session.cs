namespace SsoOidc.Emulator;

/// <summary>One user's sign-in at one client. Every token of it ends with it.</summary>
internal sealed class Session(Client client, IReadOnlyList<string> scopes, DateTimeOffset startedAt)
{
    private volatile bool _ended;

    public Client Client { get; } = client;

    public IReadOnlyList<string> Scopes { get; } = scopes;

    public DateTimeOffset StartedAt { get; } = startedAt;

    public long Bytes => Footprint.Entry + Client.Bytes + Footprint.Of(Scopes);

    public bool HasEnded => _ended;

    public void End() => _ended = true;
}

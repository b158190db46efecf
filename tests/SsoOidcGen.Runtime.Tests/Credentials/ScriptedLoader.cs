using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>A source that a test lets respond: each load waits until its response is given.</summary>
internal sealed class ScriptedLoader : CredentialsLoader
{
    private readonly Queue<TaskCompletionSource<AwsCredentials>> _responses = new();
    private readonly SemaphoreSlim _begun = new(0);
    private int _loads;

    public override string Source => "the script";

    public override bool IsStaticallyStable => IsStable;

    public override bool IsInteractive => AsksTheUser;

    public bool IsStable { get; init; }

    public bool AsksTheUser { get; init; }

    /// <summary>How many loads have begun.</summary>
    public int Loads => Volatile.Read(ref _loads);

    public override AwsCredentials Load()
    {
        TaskCompletionSource<AwsCredentials> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_responses)
        {
            _responses.Enqueue(response);
        }

        Interlocked.Increment(ref _loads);
        _begun.Release();
        return response.Task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for the next load to begin, and ends it.</summary>
    public async Task RespondAsync(AwsCredentials credentials) => (await NextAsync()).SetResult(credentials);

    /// <summary>Waits for the next load to begin, and lets it fail.</summary>
    public async Task FailAsync() => (await NextAsync()).SetException(new CredentialsException("The script says so."));

    private async Task<TaskCompletionSource<AwsCredentials>> NextAsync()
    {
        await _begun.WaitAsync(TestContext.Current.CancellationToken);
        lock (_responses)
        {
            return _responses.Dequeue();
        }
    }
}

using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// Credentials of a role in a store that may fail: whatever it throws costs nobody the credentials, and is reported once
/// until the store works again.
/// </summary>
internal sealed class RoleCredentialsCache(ITokenStore store, string name, string role, Action<string>? warn)
{
    private bool _isReported;

    public async Task<AwsCredentials?> ReadAsync()
    {
        try
        {
            return await store.ReadAsync(name).ConfigureAwait(false) is { } json
                ? RoleCredentialsEntry.FromJson(json)
                : null;
        }
        catch (FormatException)
        {
            // The entry is replaced by the next one.
            return null;
        }
        catch (Exception exception)
        {
            Report("read from", exception);
            return null;
        }
    }

    public async Task WriteAsync(AwsCredentials credentials)
    {
        try
        {
            await store.WriteAsync(name, RoleCredentialsEntry.ToJson(credentials)).ConfigureAwait(false);
            _isReported = false;
        }
        catch (Exception exception)
        {
            Report("stored in", exception);
        }
    }

    private void Report(string step, Exception exception)
    {
        if (_isReported)
        {
            return;
        }

        _isReported = true;
        string where = store.LocationOf(name);
        warn?.Invoke(
            $"The credentials of {role} could not be {step} {where}: {exception.Message.TrimEnd('.')}."
                + " They are kept in memory, and every process asks the access portal anew until that location can be used."
        );
    }
}

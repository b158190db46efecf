using Microsoft.Extensions.Options;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>Checks a client's settings when the application starts: everything that can be told without environment and files.</summary>
/// <param name="name">The registration.</param>
/// <param name="requiresEndpoint">Only the settings can say where the service is.</param>
/// <param name="configuration">Where they were read from; null when they were made by hand.</param>
internal sealed class ClientOptionsValidation<TOptions>(
    string name,
    bool requiresEndpoint,
    ClientConfiguration<TOptions>? configuration
) : IValidateOptions<TOptions>
    where TOptions : ServiceClientOptions, new()
{
    public ValidateOptionsResult Validate(string? registration, TOptions options)
    {
        if (registration != name)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> errors = configuration is null ? [] : [.. configuration.Errors()];
        if (requiresEndpoint && options.Endpoint is null)
        {
            errors.Add($"{name} needs the setting {nameof(options.Endpoint)}, the address of the service.");
        }

        try
        {
            options.Validate();
        }
        catch (ConfigurationException e)
        {
            errors.Add(e.Message);
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}

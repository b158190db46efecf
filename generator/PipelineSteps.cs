namespace SsoOidcGen;

/// <summary>Names of the generator's steps, under which the driver tracks what ran.</summary>
internal static class PipelineSteps
{
    public const string Inputs = nameof(Inputs);
    public const string Reading = nameof(Reading);
    public const string Model = nameof(Model);
    public const string Emitting = nameof(Emitting);
}

namespace Microsoft.Extensions.Http;

/// <summary>Stands for the handler of Microsoft.Extensions.Http.Polly, which is known by this name.</summary>
internal sealed class PolicyHttpMessageHandler : DelegatingHandler;

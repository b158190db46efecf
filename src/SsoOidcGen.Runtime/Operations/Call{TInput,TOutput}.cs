using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <inheritdoc/>
internal sealed class Call<TInput, TOutput>(Operation<TInput, TOutput> operation, TInput input) : Call(operation)
{
    private TOutput? _output;

    public TInput Input => input;

    /// <summary>There is one when the call has succeeded.</summary>
    public TOutput Output => _output!;

    /// <summary>Takes an output that no response was read for.</summary>
    public void Complete(TOutput output) => _output = output;

    public override void Validate(ref ValidationErrors errors) => operation.Validate(input, ref errors);

    public override EndpointContext BindEndpoint(EndpointContext context) => operation.BindEndpoint(input, context);

    public override void WriteRequest(RequestWriter request) => operation.WriteRequest(input, request);

    public override void ReadResponse(in ServiceResponse response) => _output = operation.ReadResponse(in response);

    protected override void AddSensitiveValues(SensitiveValues values) => operation.AddSensitiveValues(input, values);
}

using SsoOidcGen.Parcels.Server;

namespace SsoOidcGen.Parcels;

/// <summary>What a client of Smithy RPC v2 CBOR sends.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Everything_travels_in_the_body()
    {
        await using Trial trial = await Trial.StartAsync();

        await trial.SendAsync();

        ServedCall call = Assert.Single(trial.Server.Calls);
        Assert.Equal("POST /service/Parcels/operation/SendParcel", call.Line);
        Assert.Equal(
            ("rpc-v2-cbor", "application/cbor", "application/cbor"),
            (call.Headers["Smithy-Protocol"], call.Headers["Content-Type"], call.Headers["Accept"])
        );
        Assert.DoesNotContain("Idempotency-Key", call.Headers.Keys);
    }

    [Fact]
    public async Task An_operation_without_input_has_no_body()
    {
        await using Trial trial = await Trial.StartAsync();

        await trial.Client.GetServiceStatusAsync(new GetServiceStatusRequest(), Trial.Cancellation);

        ServedCall call = Assert.Single(trial.Server.Calls);
        Assert.Equal("POST /service/Parcels/operation/GetServiceStatus", call.Line);
        Assert.DoesNotContain("Content-Type", call.Headers.Keys);
    }
}

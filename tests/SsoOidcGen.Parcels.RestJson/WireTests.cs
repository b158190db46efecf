using SsoOidcGen.Parcels.Server;

namespace SsoOidcGen.Parcels;

/// <summary>What a client of restJson1 sends.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task Members_travel_where_the_model_says()
    {
        await using Trial trial = await Trial.StartAsync();

        await trial.SendAsync();
        await trial.Client.ListParcelsAsync(
            new ListParcelsRequest { Status = [ParcelStatus.Announced, "RETURNED"], PageSize = 2 },
            Trial.Cancellation
        );

        ServedCall send = trial.Server.Calls[0];
        Assert.Equal(("POST /parcels", "application/json"), (send.Line, send.Headers["Content-Type"]));
        Assert.True(Guid.TryParse(send.Headers["Idempotency-Key"], out _));
        Assert.Equal("GET /parcels?pageSize=2&status=ANNOUNCED&status=RETURNED", Sorted(trial.Server.Calls[1].Line));
    }

    [Fact]
    public async Task An_operation_without_input_has_no_body()
    {
        await using Trial trial = await Trial.StartAsync();

        await trial.Client.GetServiceStatusAsync(new GetServiceStatusRequest(), Trial.Cancellation);

        ServedCall call = Assert.Single(trial.Server.Calls);
        Assert.Equal("GET /status", call.Line);
        Assert.DoesNotContain("Content-Type", call.Headers.Keys);
    }

    /// <summary>The order of query parameters says nothing.</summary>
    private static string Sorted(string line)
    {
        string[] parts = line.Split('?');
        return $"{parts[0]}?{string.Join('&', parts[1].Split('&').Order(StringComparer.Ordinal))}";
    }
}

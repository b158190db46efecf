namespace SsoOidcGen.Parcels;

/// <summary>Pages, retries and waiters.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task Pages_are_read_until_there_is_none_left()
    {
        await using Trial trial = await Trial.StartAsync();
        List<string> sent = [];
        for (int i = 0; i < 5; i++)
        {
            sent.Add(await trial.SendAsync());
        }

        List<string> listed = [];
        await foreach (
            ParcelDetails parcel in trial.Client.ListParcelsItemsAsync(
                new ListParcelsRequest { PageSize = 2 },
                Trial.Cancellation
            )
        )
        {
            listed.Add(parcel.ParcelId);
        }

        Assert.Equal(sent, listed);
        Assert.Equal(3, trial.Server.Calls.Count(static call => call.Operation == "ListParcels"));
    }

    [Fact]
    public async Task A_list_can_be_asked_for_some_statuses()
    {
        await using Trial trial = await Trial.StartAsync();
        string announced = await trial.SendAsync();
        string lost = await trial.SendAsync();
        trial.Server.Desk.SetStatus(await trial.SendAsync(), "DELIVERED");
        trial.Server.Desk.SetStatus(lost, "LOST");

        ListParcelsResponse page = await trial.Client.ListParcelsAsync(
            new ListParcelsRequest { Status = [ParcelStatus.Announced, ParcelStatus.Lost] },
            Trial.Cancellation
        );

        Assert.Equal([announced, lost], page.Parcels.Select(static parcel => parcel.ParcelId));
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task A_call_that_is_sent_again_sends_no_second_parcel()
    {
        await using Trial trial = await Trial.StartAsync();
        trial.Server.Desk.Throttle(calls: 2);

        string parcelId = await trial.SendAsync();

        Assert.Equal(3, trial.Server.Calls.Count);
        Assert.Equal("parcel-1", parcelId);
    }

    [Fact]
    public async Task The_same_token_gives_the_same_parcel_and_no_token_a_new_one()
    {
        await using Trial trial = await Trial.StartAsync();
        SendParcelRequest request = new()
        {
            ClientToken = "once",
            Recipient = Trial.Address(),
            Contents = new Contents.Letter(new Letter { Pages = 1 }),
        };

        SendParcelResponse first = await trial.Client.SendParcelAsync(request, Trial.Cancellation);
        SendParcelResponse second = await trial.Client.SendParcelAsync(request, Trial.Cancellation);
        string third = await trial.SendAsync();

        Assert.Equal(first.Parcel.ParcelId, second.Parcel.ParcelId);
        Assert.NotEqual(first.Parcel.ParcelId, third);
        Assert.NotEqual(third, await trial.SendAsync());
    }

    [Fact]
    public async Task A_waiter_asks_until_the_parcel_is_there()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();
        trial.Server.Desk.OnCall = operation =>
        {
            if (trial.Server.Calls.Count(static call => call.Operation == "GetParcel") == 3)
            {
                trial.Server.Desk.SetStatus(parcelId, "DELIVERED");
            }
        };

        GetParcelResponse delivered = await WaitAsync(trial, parcelId);

        Assert.Equal(ParcelStatus.Delivered, delivered.Parcel.Status);
        Assert.Equal(3, trial.Server.Calls.Count(static call => call.Operation == "GetParcel"));
    }

    [Fact]
    public async Task A_waiter_does_not_wait_for_what_will_never_be()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();
        trial.Server.Desk.SetStatus(parcelId, "LOST");

        await Assert.ThrowsAsync<WaiterException>(() => WaitAsync(trial, parcelId));
        WaiterException missing = await Assert.ThrowsAsync<WaiterException>(() => WaitAsync(trial, "parcel-99"));

        Assert.IsType<ParcelNotFoundException>(missing.InnerException);
    }

    private static Task<GetParcelResponse> WaitAsync(Trial trial, string parcelId) =>
        trial.Client.WaitUntilParcelDeliveredAsync(
            new GetParcelRequest { ParcelId = parcelId },
            cancellationToken: Trial.Cancellation
        );
}

namespace SsoOidcGen.Parcels;

/// <summary>Values of every kind travel there and back.</summary>
public sealed class ParcelTests
{
    [Fact]
    public async Task A_parcel_comes_back_as_it_was_sent()
    {
        await using Trial trial = await Trial.StartAsync();
        DateTimeOffset deliverBy = new(2026, 12, 24, 18, 0, 0, TimeSpan.Zero);

        SendParcelResponse sent = await trial.Client.SendParcelAsync(
            new SendParcelRequest
            {
                Recipient = Trial.Address(),
                Contents = new Contents.Goods([
                    new Goods { Name = "Book", ValueInCents = 2999 },
                    new Goods { Name = "Pen" },
                ]),
                Priority = 3,
                Weight = 1.25,
                DeliverBy = deliverBy,
                Labels = new Dictionary<string, string> { ["order"] = "42 & more" },
            },
            Trial.Cancellation
        );
        GetParcelResponse read = await trial.Client.GetParcelAsync(
            new GetParcelRequest { ParcelId = sent.Parcel.ParcelId },
            Trial.Cancellation
        );

        ParcelDetails parcel = read.Parcel;
        Assert.Equal(ParcelStatus.Announced, parcel.Status);
        Assert.Equal(Trial.Address(), parcel.Recipient);
        Assert.Equal(
            [("Book", 2999L), ("Pen", null)],
            Assert.IsType<Contents.Goods>(parcel.Contents).Value.Select(static item => (item.Name, item.ValueInCents))
        );
        Assert.Equal((3, 1.25, deliverBy), (parcel.Priority, parcel.Weight, parcel.DeliverBy));
        Assert.Equal(Server.ParcelDesk.Now + 0.5, (parcel.CreatedAt - DateTimeOffset.UnixEpoch).TotalSeconds);
        Assert.Equal("42 & more", parcel.Labels["order"]);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Server.ParcelDesk.Now), read.LastModified);
    }

    [Fact]
    public async Task A_union_holds_one_of_its_members()
    {
        await using Trial trial = await Trial.StartAsync();

        Contents?[] contents = await Task.WhenAll(
            SendAsync(trial, new Contents.Letter(new Letter { Pages = 3 })),
            SendAsync(trial, new Contents.Surprise(new Unit()))
        );

        Assert.Equal(3, Assert.IsType<Contents.Letter>(contents[0]).Value.Pages);
        Assert.IsType<Contents.Surprise>(contents[1]);
    }

    [Fact]
    public async Task What_the_model_has_a_default_for_need_not_be_set()
    {
        await using Trial trial = await Trial.StartAsync();
        string parcelId = await trial.SendAsync();

        GetParcelResponse read = await trial.Client.GetParcelAsync(
            new GetParcelRequest { ParcelId = parcelId },
            Trial.Cancellation
        );

        Assert.Null(read.Parcel.Weight);
        Assert.Null(read.Parcel.DeliverBy);
        Assert.Empty(read.Parcel.Labels);
    }

    [Fact]
    public async Task Bytes_come_back_as_they_were_sent()
    {
        await using Trial trial = await Trial.StartAsync();

        SignForParcelResponse signed = await trial.Client.SignForParcelAsync(
            new SignForParcelRequest { ParcelId = await trial.SendAsync(), Signature = (byte[])[0, 127, 128, 255] },
            Trial.Cancellation
        );

        Assert.Equal(ParcelStatus.Delivered, signed.Parcel.Status);
        Assert.Equal([0, 127, 128, 255], signed.Signature!.Value.ToArray());
    }

    private static async Task<Contents?> SendAsync(Trial trial, Contents contents)
    {
        SendParcelResponse sent = await trial.Client.SendParcelAsync(
            new SendParcelRequest { Recipient = Trial.Address(), Contents = contents },
            Trial.Cancellation
        );
        return sent.Parcel.Contents;
    }
}

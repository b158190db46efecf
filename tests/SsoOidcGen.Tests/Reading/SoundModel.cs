using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

/// <summary>What every model that comes out of the reader fulfils, whatever went in.</summary>
internal static class SoundModel
{
    public static void Verify(ServiceModel model)
    {
        Dictionary<string, Shape> shapes = model.Shapes.ToDictionary(shape => shape.Name);
        foreach (Shape shape in model.Shapes)
        {
            switch (shape)
            {
                case ListShape list:
                    Assert.Contains(list.Member.Target, shapes);
                    VerifyCollection(list, shapes);
                    break;
                case MapShape map:
                    Assert.IsType<StringShape>(shapes[map.Key.Target]);
                    Assert.Contains(map.Value.Target, shapes);
                    VerifyCollection(map, shapes);
                    break;
                case StructureShape structure:
                    VerifyStructure(structure, shapes);
                    break;
            }
        }

        foreach (OperationModel operation in model.Operations)
        {
            VerifyOperation(operation, shapes);
        }

        VerifyRequired(shapes);
        Dictionary<string, OperationModel> operations = model.Operations.ToDictionary(operation => operation.Name);
        foreach (PaginatorModel paginator in model.Paginators)
        {
            StructureShape input = Assert.IsType<StructureShape>(shapes[operations[paginator.Operation].Input!]);
            IEnumerable<string> members = input.Members.Select(member => member.Name);
            Assert.Subset(members.ToHashSet(), paginator.InputTokens.ToHashSet());
            Assert.NotEmpty(paginator.InputTokens);
            Assert.Equal(paginator.InputTokens.Count, paginator.OutputTokens.Count);
            Assert.True(paginator.LimitKey is null || members.Contains(paginator.LimitKey));
        }

        Assert.All(model.Waiters, waiter => Assert.Contains(waiter.Operation, operations));
        Assert.All(model.Waiters, waiter => Assert.NotEmpty(waiter.Acceptors));
    }

    private static void VerifyCollection(Shape shape, Dictionary<string, Shape> shapes)
    {
        int depth = 0;
        for (
            Shape? item = shape;
            item is ListShape or MapShape;
            item = shapes[item is ListShape list ? list.Member.Target : ((MapShape)item).Value.Target]
        )
        {
            Assert.True(++depth <= 16, $"{shape.Name} does not end");
        }
    }

    private static void VerifyStructure(StructureShape structure, Dictionary<string, Shape> shapes)
    {
        Assert.Equal(structure.Members.Count, structure.Members.Select(member => member.Name).Distinct().Count());
        Assert.Equal(
            structure.Members.Count,
            structure.Members.Select(member => (member.Location, member.HttpName, member.JsonName)).Distinct().Count()
        );
        Assert.All(structure.Members, member => Assert.Contains(member.Target, shapes));
        if (structure.IsEventStream)
        {
            Assert.All(
                structure.Members,
                member => Assert.False(Assert.IsType<StructureShape>(shapes[member.Target]).IsUnion)
            );
        }

        Assert.True(structure.Payload is null || structure.Members.Any(member => member.Name == structure.Payload));
        foreach (Member member in structure.Members.Where(member => member.Name != structure.Payload))
        {
            Assert.False(
                shapes[member.Target] is BlobShape { Streaming: true } or StructureShape { IsEventStream: true }
            );
            Assert.False(structure.Payload is not null && member.Location == MemberLocation.Body);
        }
    }

    private static void VerifyOperation(OperationModel operation, Dictionary<string, Shape> shapes)
    {
        if (operation.Output is not null)
        {
            Assert.False(Assert.IsType<StructureShape>(shapes[operation.Output]).IsUnion);
        }

        Assert.All(operation.Errors, error => Assert.NotNull(Assert.IsType<StructureShape>(shapes[error]).Error));
        StructureShape? input = operation.Input is null ? null : Assert.IsType<StructureShape>(shapes[operation.Input]);
        EquatableArray<Member> members = input?.Members ?? [];
        Assert.Equal(
            members
                .Where(member => member is { Location: MemberLocation.Label, Required: true })
                .Select(member => member.HttpName)
                .Order(),
            operation.Uri.Path.Where(segment => segment.IsLabel).Select(segment => segment.Text).Order()
        );
        Assert.All(
            operation.HostPrefix.Where(segment => segment.IsLabel),
            label => Assert.Contains(members, member => member.HostLabel && member.Name == label.Text)
        );
    }

    /// <summary>Takes away, again and again, what needs nothing; what remains needs itself.</summary>
    private static void VerifyRequired(Dictionary<string, Shape> shapes)
    {
        Dictionary<string, HashSet<string>> needs = shapes
            .Values.OfType<StructureShape>()
            .Where(structure => !structure.IsUnion)
            .ToDictionary(
                structure => structure.Name,
                structure =>
                    structure
                        .Members.Where(member =>
                            member.Required && shapes[member.Target] is StructureShape { IsUnion: false }
                        )
                        .Select(member => member.Target)
                        .ToHashSet()
            );
        ILookup<string, string> users = needs
            .SelectMany(pair => pair.Value.Select(target => (target, pair.Key)))
            .ToLookup(pair => pair.target, pair => pair.Key);
        Queue<string> complete = new(needs.Where(pair => pair.Value.Count == 0).Select(pair => pair.Key));
        int count = 0;
        while (complete.TryDequeue(out string? name))
        {
            count++;
            foreach (string user in users[name])
            {
                needs[user].Remove(name);
                if (needs[user].Count == 0)
                {
                    complete.Enqueue(user);
                }
            }
        }

        Assert.Equal(needs.Count, count);
    }
}
